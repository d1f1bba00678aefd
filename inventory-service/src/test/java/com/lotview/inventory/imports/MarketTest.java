package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that names neither currency nor unit is read by where its dealership is. */
class MarketTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "US; 29,995; 70914; 2999500; -; 70914; -",
        "US; $29,995; 70914 km; 2999500; -; 44064; 70914",
        "CA; $29,995; 70914; 2999500; CAD; 44064; 70914",
        "CA; US$29,995; 44064 mi; 2999500; -; 44064; -",
        "AU; $29,995; 70,914; 2999500; AUD; 44064; 70914",
        "SE; 419000; 70914; 41900000; SEK; 44064; 70914",
        "SE; 419 000 kr; 11 081 mil; 41900000; SEK; 68854; 110810",
        "SE; 419000 SEK; 70914 km; 41900000; SEK; 44064; 70914",
        "DE; 12.500,00 \u20ac; 70.914 km; 1250000; EUR; 44064; 70914",
        "DE; 12.500; 70914; 1250000; EUR; 44064; 70914",
        "GB; \u00a312,500; 44064; 1250000; GBP; 44064; -",
      })
  void numbersMeanWhatTheyMeanThere(
      String country,
      String price,
      String mileage,
      long hundredths,
      String currency,
      int miles,
      Integer kilometres) {
    String file =
        "Stock;Year;Make;Model;Price;Mileage\nA1;2021;Volvo;V60;%s;%s\n".formatted(price, mileage);
    VehicleFacts vehicle =
        StockPreview.of(file.getBytes(StandardCharsets.UTF_8), Look.CLOCK, Market.of(country))
            .vehicles()
            .getFirst();
    assertThat(vehicle.price()).isEqualTo(hundredths);
    assertThat(vehicle.priceCurrency()).isEqualTo(currency);
    assertThat(vehicle.mileage()).isEqualTo(miles);
    assertThat(vehicle.odometer()).isEqualTo(kilometres);
    assertThat(vehicle.odometerUnit()).isEqualTo(kilometres == null ? null : DistanceUnit.KM);
  }
}
