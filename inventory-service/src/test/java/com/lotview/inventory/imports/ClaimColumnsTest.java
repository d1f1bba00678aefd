package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.DistanceUnit;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that make claims, and columns that contradict them: every one counts. */
class ClaimColumnsTest {
  @ParameterizedTest
  @CsvSource({
    // Two columns, their cells, the kind, and what a text may claim.
    "Clean Title, Title, Yes, Rebuilt, TITLE,",
    "Clean Title, Title Status, Y, Salvage, TITLE,",
    "Title Status, Clean Title, Lemon law buyback, true, TITLE,",
    "Clean Title, Title, Yes, Clean, TITLE, CLEAN",
    "Salvage, Clean Title, No, Yes, TITLE, CLEAN",
    "Salvage, Clean Title, Yes, Yes, TITLE,",
    "Branded Title, Clean Title, Y, Y, TITLE,",
    "Rebuilt, Clean Title, TRUE, TRUE, TITLE,",
    "One Owner, Number of Owners, Yes, 2, OWNERS,",
    "Owners, OneOwner, 1, Y, OWNERS, ONE",
    "Owners, Carfax 1-Owner, 1, N, OWNERS,",
    "Owners, One Owner, >1, Yes, OWNERS, ONE",
    "Accidents, Accident Free, 0, No, ACCIDENTS,",
    "Accidents, Accident Free, None, Yes, ACCIDENTS, NONE",
    "Accidents, Frame Damage, 0, Yes, ACCIDENTS,",
    "Accidents, Frame Damage, 0, No, ACCIDENTS, NONE",
    "Accident, Accident History, 0, No major accidents, ACCIDENTS,"
  })
  void everyColumnOfAClaimCounts(
      String first, String second, String one, String other, Kind kind, @Nullable String claim) {
    Meaning meaning =
        Look.at(
                "Stock;Year;Make;Model;%s;%s\nA1;2019;Ford;F-150;%s;%s\n"
                    .formatted(first, second, one, other))
            .only()
            .meaning();

    assertThat(meaning.value(kind)).as(meaning.toString()).isEqualTo(claim);
  }

  @Test
  void titleThatContradicts_takesTheFactToo() {
    Look look =
        Look.at("Stock;Year;Make;Model;Clean Title;Title\nA1;2019;Ford;F-150;Yes;Rebuilt\n");

    assertThat(look.only().cleanTitle()).isNull();
    assertThat(look.warnings("A1"))
        .anyMatch(w -> w.equals("Clean Title: says clean, and Title says otherwise; left out"));
  }

  @Test
  void contradictionBetweenColumns_namesBoth() {
    Meaning meaning =
        Look.at("Stock;Year;Make;Model;OneOwner;Owners\nA1;2019;Ford;F-150;Y;2\n").only().meaning();

    assertThat(meaning.of(Kind.OWNERS).both()).containsExactly("ONE", "SEVERAL");
    assertThat(meaning.of(Kind.OWNERS).column()).contains("OneOwner").contains("Owners");
    assertThat(meaning.of(Kind.OWNERS).cell().toLowerCase(Locale.ROOT))
        .contains("one owner: y")
        .contains("owners: 2");
  }

  @ParameterizedTest
  @CsvSource({
    "Clean;Salvage;Rebuilt, SALVAGE",
    "Clean;Clean;Clear, CLEAN",
    "2019 Ford F-150 XLT;Great truck;Clean title F-150 Lariat for sale,",
  })
  void columnCalledTitle_isReadByItsCells(String cells, @Nullable String second) {
    String[] each = cells.split(";");
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Title\nA1;2019;Ford;F-150;%s\nA2;2019;Ford;F-150;%s\nA3;2019;Ford;F-150;%s\n"
                .formatted((Object[]) each));

    assertThat(look.vehicle("A2").meaning().value(Kind.TITLE)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "Certified, No - expired, USED",
    "Certified, Yes - Gold, CPO",
    "Certified, ✗, USED",
    "Certified, ✓, CPO",
    "CPO, 0.0, USED",
    "Certified, pending, CPO"
  })
  void certifiedColumn_isReadWithItsName(String column, String cell, String condition) {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Condition;%s\nA1;2019;Ford;F-150;%s;%s\n"
                .formatted(column, condition.equals("USED") ? "CPO" : "Used", cell));

    String expected = cell.equals("pending") ? "USED" : condition;
    assertThat(look.only().condition()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Kilometraje, 45123",
    "Kilometers, 45123",
    "Odometer KM, 45123",
    "Odómetro (km), 45123"
  })
  void kilometresAreNeverMiles(String header, String cell) {
    VehicleFacts vehicle =
        Look.at("Stock;Year;Make;Model;%s\nA1;2019;Ford;F-150;%s\n".formatted(header, cell)).only();

    assertThat(vehicle.odometer()).isEqualTo(45123);
    assertThat(vehicle.odometerUnit()).isEqualTo(DistanceUnit.KM);
    assertThat(vehicle.mileage()).isEqualTo(28038);
  }

  @ParameterizedTest
  @CsvSource({
    "Año, year",
    "Transmisión, transmission",
    "Carrocería, bodyStyle",
    "Precio, price",
    "Millaje, mileage"
  })
  void headersWithAccents_areUnderstood(String header, String field) {
    String cell = field.equals("year") ? "2019" : field.equals("price") ? "19995" : "4512";
    String year = field.equals("year") ? "" : ";Year";
    Look look =
        Look.at(
            "Stock;Make;Model;%s%s\nA1;Ford;F-150;%s%s\n"
                .formatted(header, year, cell, year.isEmpty() ? "" : ";2019"));

    assertThat(look.preview().columns()).isEmpty();
    assertThat(look.only().year()).isEqualTo(2019);
  }
}
