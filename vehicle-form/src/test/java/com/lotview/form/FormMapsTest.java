package com.lotview.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormMapsTest {

  /** A word that one language has and another lacks would stop a run in the middle. */
  @ParameterizedTest
  @ValueSource(strings = {"es", "id", "fr", "de", "pt", "it", "sv"})
  void everyLanguageHasTheSameWords(String language) {
    FormMap english = FormMap.of("en");
    FormMap map = FormMap.of(language);
    assertThat(map.fields()).containsOnlyKeys(english.fields().keySet());
    assertThat(map.hints()).containsOnlyKeys(english.hints().keySet());
    assertThat(map.options()).containsOnlyKeys(english.options().keySet());
    assertThat(map.buttons()).containsOnlyKeys(english.buttons().keySet());
    assertThat(map.texts()).containsOnlyKeys(english.texts().keySet());
  }

  @ParameterizedTest
  @CsvSource({"en-GB, en", "es-419, es", "es_LA, es", "ID, id", "fr-CA, fr", "pt_BR, pt", "de, de"})
  void thePagesLanguagePicksTheMap(String page, String language) {
    assertThat(FormMap.find(page)).map(FormMap::language).contains(language);
  }

  @Test
  void aLanguageWithoutAMapHasNone() {
    assertThat(FormMap.find("nl")).isEmpty();
    assertThat(FormMap.find("")).isEmpty();
  }

  @Test
  void aStopIsKnownInEveryLanguage() {
    assertThat(FormMap.of("id").stopTexts())
        .containsAll(FormMap.of("en").stopTexts())
        .containsAll(FormMap.of("es").stopTexts());
    assertThat(FormMap.of("id").text("loggedIn")).contains("Your profile", "Tu perfil");
  }

  /** A label shared by two fields would identify neither. */
  @Test
  void noLabelMeansTwoFields() {
    for (FormMap map : FormMaps.all()) {
      var labels = map.fields().values().stream().flatMap(words -> words.stream()).toList();
      assertThat(labels).as(map.language()).doesNotHaveDuplicates();
    }
  }

  @Test
  void theSiteShowsInEnglishWhatItHasNotTranslated() {
    FormMap indonesian = FormMap.of("id");
    assertThat(indonesian.labels("fuelType")).startsWith("Jenis bahan bakar").contains("Fuel type");
    assertThat(indonesian.option("GASOLINE")).startsWith("Bensin").contains("Gasoline");
    assertThat(indonesian.button("publish")).doesNotContain("Publish");
  }

  @Test
  void everyLanguageNamesTheVinAsALabelWithItsAbbreviation() {
    for (FormMap map : FormMaps.all()) {
      assertThat(map.labels("vin"))
          .as(map.language())
          .contains("VIN", "Vehicle identification number (VIN)")
          .anyMatch(label ->
              !label.startsWith("Vehicle") && label.endsWith("(VIN)")
                  || map.language().equals("en"));
    }
  }

  /** Two options of one list with a common word could not be told apart. */
  @Test
  void noWordMeansTwoOptionsOfOneList() {
    for (FormMap map : FormMaps.all()) {
      for (String field : FormFields.ORDER) {
        var words =
            FormFields.options(field).stream()
                .filter(option -> !option.equals("VAN"))
                .flatMap(option -> map.option(option).stream().map(Texts::key).distinct())
                .toList();
        assertThat(words).as(map.language() + " " + field).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void whatNobodyHasSeenIsAGuess() {
    assertThat(FormMap.of("id").guessed("VERY_GOOD")).isTrue();
    assertThat(FormMap.of("en").guessed("VERY_GOOD")).isFalse();
  }
}
