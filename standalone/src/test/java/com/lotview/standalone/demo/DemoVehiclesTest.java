package com.lotview.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.client.PhotoArtist;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoVehiclesTest {
  private final Map<String, Map<String, String>> vehicles = Csv.rows("vehicles.csv");

  @Test
  void thereAreTwentyFiveAndEachHasItsFormValues() {
    assertThat(vehicles).hasSize(25);
    assertThat(Csv.rows("form.csv").keySet()).isEqualTo(vehicles.keySet());
  }

  @Test
  void eachVinHasItsCheckDigit() {
    assertThat(vehicles.values())
        .allSatisfy(vehicle ->
            assertThat(checkDigit(vehicle.get("VIN"))).isEqualTo(vehicle.get("VIN").charAt(8)));
  }

  @Test
  void photosAreLargeTheSameForTheSameViewAndDifferentForAnother() {
    byte[] front = PhotoArtist.draw("2021 Toyota Camry", "Silver", 0);

    assertThat(front).hasSizeGreaterThan(150_000);
    assertThat(PhotoArtist.draw("2021 Toyota Camry", "Silver", 0)).isEqualTo(front);
    assertThat(PhotoArtist.draw("2021 Toyota Camry", "Silver", 1)).isNotEqualTo(front);
    assertThat(PhotoArtist.draw("2020 Honda CR-V", "Silver", 0)).isNotEqualTo(front);
  }

  /** By the rule of 49 CFR 565: weighted values modulo 11, ten is X. */
  private static char checkDigit(String vin) {
    String values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < vin.length(); i++) {
      sum += values.indexOf(vin.charAt(i)) % 10 * weights[i];
    }
    return sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
  }
}
