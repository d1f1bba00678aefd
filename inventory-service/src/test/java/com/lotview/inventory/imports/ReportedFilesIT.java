package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reported files through the running API: sent as a person does, and read back. By kind. */
@Tag("servers")
class ReportedFilesIT extends ImportTest {
  // Kind A: words and what stands round them.
  @ParameterizedTest
  @CsvSource({
    "01-body-of-vin-decoder.csv, body, B01-SUV, SUV",
    "01-body-of-vin-decoder.csv, body, B01-CUV, SUV",
    "01-body-of-vin-decoder.csv, body, B01-HATCH, HATCHBACK",
    "01-body-of-vin-decoder.csv, body, B01-SUT, TRUCK",
    "01-body-of-vin-decoder.csv, body, B01-MINI, MINIVAN",
    "02-two-fuels.csv, fuel, B02-GE,",
    "02-two-fuels.csv, fuel, B02-GE2,",
    "02-two-fuels.csv, fuel, B02-EG,",
    "02-two-fuels.csv, fuel, B02-EG-NOTRANS,",
    "02-two-fuels.csv, gearbox, B02-EG-NOTRANS,",
    "02-two-fuels.csv, fuel, B02-EPA,",
    "02-two-fuels.csv, fuel, B02-E85, FLEX",
    "02-two-fuels.csv, fuel, B02-HYB, HYBRID",
    "25-gearbox-words.csv, gearbox, B25-1, MANUAL",
    "25-gearbox-words.csv, gearbox, B25-2, MANUAL",
    "25-gearbox-words.csv, gearbox, B25-3, MANUAL",
    "25-gearbox-words.csv, gearbox, B25-4, MANUAL",
    "25-gearbox-words.csv, gearbox, B25-5,",
    "25-gearbox-words.csv, gearbox, B25-6, AUTOMATIC",
    "25-gearbox-words.csv, gearbox, B25-7, MANUAL",
    "24-claims-in-notes.csv, owners, B24-1,",
    "24-claims-in-notes.csv, title, B24-1,",
    "24-claims-in-notes.csv, accidents, B24-1,",
    "24-claims-in-notes.csv, owners, B24-2,",
    "24-claims-in-notes.csv, title, B24-2,",
    "24-claims-in-notes.csv, title, B24-3,",
    "24-claims-in-notes.csv, title, B24-4,",
    "24-claims-in-notes.csv, owners, B24-4,",
  })
  void wordsOfACell_meanWhatTheyMean(
      String file, String kind, String number, @Nullable String expected) {
    send(file);

    assertThat(meaning(number, kind)).isEqualTo(expected);
  }

  // Kind B: the file as a whole.
  @Test
  void structureOfAFile_isJudgedAsAWhole() {
    assertThat(send("07-inch-marks.tsv").get("created")).isEqualTo(6);
    assertThat(vehicle("B07-2").get("exteriorColor")).isEqualTo("White");
    assertThat(vehicle("B07-5").get("notes")).isEqualTo("18\" alloys");

    send("08-one-cut-character.csv");
    assertThat(vehicle("B08-1").get("make")).isEqualTo("Citroën");
    assertThat(vehicle("B08-2").get("exteriorColor")).isEqualTo("Grün");
    assertThat(String.valueOf(vehicle("B08-3").get("notes"))).containsOnlyOnce("\uFFFD");
    assertThat(vehicle("B08-4").get("make")).isEqualTo("Citroën");

    Map<?, ?> shifted = send("17-unquoted-thousands.csv");
    assertThat(shifted.get("created")).isEqualTo(1);
    assertThat(shifted.get("rejected")).isEqualTo(4);
  }

  // Kind C: how a column writes.
  @Test
  void columns_tellHowTheyWrite() {
    send("11-whole-numbers-as-floats.csv");
    send("13-three-decimals.csv");

    assertThat(vehicle("1234567")).containsEntry("model", "911").containsEntry("mileage", 45123);
    assertThat(vehicle("1234568")).containsEntry("model", "500");
    assertThat(vehicle("1234569")).containsEntry("model", "3");
    assertThat(vehicle("B13-1")).containsEntry("mileage", 12).containsEntry("price", 4_599_500);
    assertThat(vehicle("B13-4")).containsEntry("price", 99_500);
  }

  // Kind D: spellings of one key.
  @Test
  void spellingsOfOneKey_areOneVehicle() {
    send("06-excel-text-guard.csv");
    assertThat(vehicle("0012345")).containsEntry("vin", "1FTEW1EP0KF100175");
    assertThat(vehicle("0012346")).containsEntry("year", 2019).containsEntry("price", 1_999_500);
    assertThat(vehicle("0012347")).containsEntry("price", 1_999_500);

    send("09a-plain.csv");
    assertThat(send("09b-invisible.csv").get("created")).isEqualTo(1);
    assertThat(vehicle("B09-3")).containsEntry("mileage", null).containsEntry("price", null);
  }

  // Kind E: status.
  @Test
  void words_leadBackFromPendingButNotFromSold() {
    send("16a-status.csv");
    assertThat(List.of("B16-3", "B16-4", "B16-5"))
        .allSatisfy(
            number -> assertThat(vehicle(number).get("status")).as(number).isEqualTo("PENDING"));
    assertThat(vehicle("B16-2")).containsEntry("status", "ACTIVE");
    assertThat(List.of("B16-6", "B16-7", "B16-8"))
        .allSatisfy(
            number -> assertThat(vehicle(number).get("condition")).as(number).isEqualTo("USED"));

    Map<?, ?> later = send("16b-status-later.csv");

    assertThat(vehicle("B16-0")).containsEntry("status", "ACTIVE");
    assertThat(vehicle("B16-1")).containsEntry("status", "SOLD");
    assertThat(later.get("warnings").toString()).contains("sold=relist");
  }

  // Kind F: one bad cell.
  @Test
  void oneBadCell_costsOneCell() {
    assertThat(send("03-prices-with-words.csv").get("created")).isEqualTo(10);
    assertThat(vehicle("B03-US")).containsEntry("price", 1_999_500);
    assertThat(vehicle("B03-USD")).containsEntry("price", 1_999_500);
    assertThat(vehicle("B03-PLUS")).containsEntry("price", null);
    assertThat(vehicle("B03-CDN"))
        .containsEntry("price", 1_999_500)
        .containsEntry("priceCurrency", "CAD");

    assertThat(send("20-mileages.csv").get("created")).isEqualTo(6);
    assertThat(Set.of("B20-TMU", "B20-EX", "B20-K", "B20-USED0"))
        .allSatisfy(number -> assertThat(vehicle(number)).containsEntry("mileage", null));
    assertThat(vehicle("B20-NEW")).containsEntry("mileage", 0);
  }

  // Kind G: columns.
  @Test
  void columns_areUnderstoodAndLimitEachOther() {
    send("21-homenet-like.csv");
    assertThat(vehicle("B21-1"))
        .containsEntry("trim", "S line Premium")
        .containsEntry("condition", "NEW");
    assertThat(vehicle("B21-3")).containsEntry("condition", "CPO");

    send("22-sale-price-later.csv");
    assertThat(vehicle("1FTEW1EP3KF100574")).containsEntry("price", 2_199_500);
    assertThat(vehicle("1FTEW1EP0KF100581"))
        .containsEntry("price", 2_199_500)
        .containsEntry("status", "PENDING");
  }

  // Kind I: splitting before understanding.
  @Test
  void entities_areDecodedBeforeAListIsSplit() {
    send("14-entities-in-features.csv");

    assertThat(vehicle("B14-1").get("features"))
        .isEqualTo(
            List.of("18\" Alloy Wheels", "Heated Seats & Steering Wheel", "Kelley's Bed Liner"));
  }

  private @Nullable Object meaning(String number, String kind) {
    Map<?, ?> readings = (Map<?, ?>) vehicle(number).get("meaning");
    Map<?, ?> reading = (Map<?, ?>) readings.get(kind);
    return reading == null ? null : reading.get("value");
  }

  private Map<String, Object> vehicle(String number) {
    List<?> found =
        (List<?>)
            as(Role.GM, dealership)
                .get()
                .uri("/v1/vehicles?limit=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("data");
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> vehicles = (List<Map<String, Object>>) found;
    return vehicles.stream()
        .filter(vehicle -> number.equals(vehicle.get("stockNumber")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no vehicle " + number));
  }

  private Map<?, ?> send(String file) {
    return JSON.convertValue(run(Order.of(Look.bytes(file))), Map.class);
  }
}
