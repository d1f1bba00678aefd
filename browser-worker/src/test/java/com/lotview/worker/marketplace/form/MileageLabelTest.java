package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.form.FormMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MileageLabelTest {

  @ParameterizedTest
  @CsvSource({
    "en, Current odometer reading, true",
    "en, Vehicle mileage (km), true",
    "en, Miles per gallon, false",
    "en, Mileage since last service, false",
    "en, Current reading, false",
    "en, Miles?, true",
    "id, Total jarak tempuh kendaraan saat ini, true",
    "id, KM, true",
    "id, Jarak tempuh per liter, false",
    "id, Jarak tempuh baterai, false",
    "id, Jarak, false",
    "id, Mileage, true",
    "fr, Relev\u00e9 du compteur kilom\u00e9trique, true",
    "fr, Co\u00fbt au kilom\u00e8tre, false",
    "de, Aktueller Kilometerstand des Fahrzeugs, true",
    "pt, Quilometragem total do ve\u00edculo, true",
    "it, Chilometri totali percorsi, true",
  })
  void onlyALabelOfMileageWordsIsTheMileage(String language, String label, boolean mileage) {
    assertThat(new MileageLabel(FormMap.of(language)).tells(label)).isEqualTo(mileage);
  }

  @Test
  void ofTwoSuchBoxesNeitherIsTaken() {
    MileageLabel english = new MileageLabel(FormMap.of("en"));
    Control one = box("Odometer on the car");
    Control other = box("Total miles on this car");
    assertThat(english.only(List.of(one))).contains(one);
    assertThat(english.only(List.of(one, other))).isEmpty();
  }

  private static Control box(String name) {
    return new Control("text", 0, name, "", false, "", true, false, false);
  }
}
