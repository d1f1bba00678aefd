package com.lotview.inventory.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.meaning.Meanings.Sources;
import com.lotview.inventory.meaning.Origins.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningsTest {
  private static final List<Kind> CLAIMS = List.of(Kind.TITLE, Kind.OWNERS, Kind.ACCIDENTS);
  private static final Meanings MEANINGS = new Meanings();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Looking for a one owner car with a clean title? Browse our lot of 200 accident free vehicles.",
        "Clean title: No. One owner: No. Accident free: No.",
        "Rebuilt title. This is not a clean title.",
        "One owner, clean title, accident free!",
        "All our vehicles come with a clean title and a warranty."
      })
  void notes_neverMakeAClaim(String notes) {
    Meaning meaning = MEANINGS.of(new Sources(Map.of(), List.of(), notes));

    assertThat(CLAIMS).allSatisfy(kind -> assertThat(meaning.value(kind)).isNull());
  }

  @Test
  void deniedFeatures_areNoClaims() {
    Meaning meaning = features(null, "Clean Title - NO", "1 Owner: N", "Bluetooth");

    assertThat(CLAIMS).allSatisfy(kind -> assertThat(meaning.value(kind)).isNull());
    assertThat(meaning.of(Kind.TITLE).not()).containsExactly("CLEAN");
    assertThat(meaning.of(Kind.OWNERS))
        .isEqualTo(new Reading(null, List.of("ONE"), null, "features", "1 Owner: N"));
  }

  @Test
  void features_makeClaims() {
    Meaning meaning = features(null, "One Owner", "Clean Title", "No Accidents", "Navigation");

    assertThat(meaning.value(Kind.OWNERS)).isEqualTo("ONE");
    assertThat(meaning.value(Kind.TITLE)).isEqualTo("CLEAN");
    assertThat(meaning.value(Kind.ACCIDENTS)).isEqualTo("NONE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rebuilt title.",
        "Sold with a salvage title. Runs well.",
        "This is not a clean title.",
        "Nice car. Clean title: no",
        "Branded title due to hail."
      })
  void notes_takeATitleAway(String notes) {
    Meaning meaning = features(notes, "Clean Title");

    assertThat(meaning.value(Kind.TITLE)).isNull();
    assertThat(meaning.of(Kind.TITLE).both()).contains("CLEAN");
    assertThat(meaning.of(Kind.TITLE).column()).isEqualTo("notes");
  }

  @Test
  void columnAndFeatureThatContradict_sayBoth() {
    Meaning meaning =
        MEANINGS.of(
            new Sources(
                Map.of(Kind.TITLE, new Origin("Title", "Rebuilt", null)),
                List.of("Clean Title"),
                null));

    assertThat(meaning.of(Kind.TITLE).both()).containsExactly("CLEAN", "REBUILT");
  }

  @Test
  void plainFeature_isNoClaimByItsNumber() {
    assertThat(features(null, "1", "Yes", "Clean").readings()).isEmpty();
  }

  @Test
  void cell_isKeptWithItsColumn() {
    Meaning meaning =
        MEANINGS.of(
            new Sources(
                Map.of(Kind.FUEL, new Origin("Fuel", "Gas/Electric Hybrid", "Gas/Electric Hybrid")),
                List.of(),
                null));

    assertThat(meaning.of(Kind.FUEL))
        .isEqualTo(new Reading("HYBRID", null, null, "Fuel", "Gas/Electric Hybrid"));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCIDENTS, AccidentFree, No, -",
    "ACCIDENTS, AccidentFree, Yes, NONE",
    "ACCIDENTS, Accidents, 0, NONE",
    "ACCIDENTS, Accidents, No, NONE",
    "ACCIDENTS, Accidents, 2, SOME",
    "ACCIDENTS, Accident History, None, NONE",
    "ACCIDENTS, Accident History, No accidents reported, NONE",
    "ACCIDENTS, Accident History, see report, -",
    "ACCIDENTS, Accident Count, 0, NONE",
    "ACCIDENTS, Accidents, N/A, -",
    "ACCIDENTS, Accidents, unknown, -",
    "ACCIDENTS, NoAccidents, No, -",
    "ACCIDENTS, NoAccidents, Yes, NONE",
    "ACCIDENTS, AccidentFree, 2, SOME",
    "ACCIDENTS, Accidents, tidak, NONE",
    "OWNERS, OneOwner, 2, SEVERAL",
    "OWNERS, OneOwner, call us, -",
    "OWNERS, OneOwner, Sí, ONE",
    "OWNERS, OneOwner, N/A, -",
    "TITLE, Clean Title, see notes, -",
    "TITLE, Title Status, Clean (no salvage history), CLEAN",
    "TITLE, Title Status, Not clean, -",
    "TITLE, Title Brand, N/A, -",
    "WARRANTY, Warranty, expired, -",
    "WARRANTY, Warranty, as-is, -",
    "OWNERS, OneOwner, N, -",
    "OWNERS, one_owner, Y, ONE",
    "OWNERS, Owners, 1, ONE",
    "OWNERS, Number of Owners, 2, SEVERAL",
    "OWNERS, Previous Owners, 0, -",
    "TITLE, cleanTitle, true, CLEAN",
    "TITLE, cleanTitle, false, -",
    "TITLE, Title Status, Clean, CLEAN",
    "TITLE, Title Status, Rebuilt, REBUILT",
    "TITLE, Branded Title, Yes, -",
    "WARRANTY, Warranty, None, -",
    "WARRANTY, Warranty, 36 months, YES",
    "CERTIFIED, IsCertified, False, -",
    "CERTIFIED, IsCertified, True, YES"
  })
  void columnOfItsOwn_isReadWithItsName(Kind kind, String column, String cell, String expected) {
    Meaning meaning =
        MEANINGS.of(new Sources(Map.of(kind, new Origin(column, cell, null)), List.of(), null));

    assertThat(meaning.value(kind)).isEqualTo(expected.equals("-") ? null : expected);
  }

  private static Meaning features(@Nullable String notes, String... features) {
    return MEANINGS.of(new Sources(Map.of(), List.of(features), notes));
  }
}
