package com.lotview.inventory.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.Market;
import com.lotview.kit.error.RefusalException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MarketDefaultsTest {
  private static final Market SWEDEN = Market.of("SE");

  private static VehicleDraft draft(String json) {
    return JsonMapper.shared().readValue(json, VehicleDraft.class);
  }

  private static VehicleDraft entered(String json) {
    return MarketDefaults.complete(VehicleDraft.EMPTY, draft(json), SWEDEN);
  }

  @Test
  void whatIsNotSaidIsTheDealerships() {
    VehicleDraft car = entered("{\"price\": 41900000, \"odometer\": 70914}");
    assertThat(car.priceCurrency()).isEqualTo("SEK");
    assertThat(car.odometerUnit()).isEqualTo("KM");
    assertThat(car.mileage()).isEqualTo(44_064);
  }

  @Test
  void whatIsSaidStays() {
    VehicleDraft car =
        entered(
            "{\"price\": 1, \"priceCurrency\": \"EUR\", \"odometer\": 10,"
                + " \"odometerUnit\": \"MI\"}");
    assertThat(car.priceCurrency()).isEqualTo("EUR");
    assertThat(car.mileage()).isEqualTo(10);
    assertThat(entered("{\"mileage\": 10}").mileage()).as("miles everywhere").isEqualTo(10);
    assertThatThrownBy(() -> entered("{\"odometer\": 10, \"odometerUnit\": \"mil\"}"))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void aChangedOdometerChangesTheMileageAndAPriceKeepsItsCurrency() {
    VehicleDraft before =
        draft("{\"price\": 100, \"odometer\": 100, \"odometerUnit\": \"KM\", \"mileage\": 62}");
    VehicleDraft wanted =
        draft("{\"price\": 200, \"odometer\": 200, \"odometerUnit\": \"KM\", \"mileage\": 62}");
    VehicleDraft after = MarketDefaults.complete(before, wanted, SWEDEN);
    assertThat(after.mileage()).isEqualTo(124);
    assertThat(after.priceCurrency()).as("it was in dollars").isNull();
    VehicleDraft inMiles = draft("{\"odometer\": 100, \"odometerUnit\": \"KM\", \"mileage\": 70}");
    assertThat(MarketDefaults.complete(before, inMiles, SWEDEN).mileage()).isEqualTo(70);
  }
}
