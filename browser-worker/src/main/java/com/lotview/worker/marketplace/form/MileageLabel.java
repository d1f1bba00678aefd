package com.lotview.worker.marketplace.form;

import com.lotview.contracts.DistanceUnit;
import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognizes the mileage by the words of its label, whatever their order: at least one says
 * mileage, and no other says anything else. "Current odometer reading (km)" is the mileage,
 * "Kilometres per litre" is not.
 */
final class MileageLabel {

  private final Set<String> telling;
  private final Set<String> filling;
  private final Set<String> kilometres;
  private final Set<String> miles;

  MileageLabel(FormMap map) {
    this.telling = words(map.hints("mileage").stream());
    this.kilometres = words(map.text("kilometres").stream());
    this.miles = words(map.text("miles").stream());
    this.filling =
        words(
            Stream.of(map.text("fillers"), map.text("miles"), map.text("kilometres"))
                .flatMap(List::stream));
  }

  /** The only text box with such a label; empty if there is none, or more than one. */
  Optional<Control> only(List<Control> form) {
    List<Control> found =
        form.stream().filter(control -> !control.area() && tells(control.name())).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  boolean tells(String label) {
    Set<String> said = words(Stream.of(label));
    return said.stream().anyMatch(telling::contains)
        && said.stream().allMatch(word -> telling.contains(word) || filling.contains(word));
  }

  /** Whether the label itself says that the box counts this unit, and not the other too. */
  boolean counts(DistanceUnit unit, String label) {
    Set<String> said = words(Stream.of(label));
    boolean inMiles = said.stream().anyMatch(miles::contains);
    boolean inKilometres = said.stream().anyMatch(kilometres::contains);
    return unit == DistanceUnit.KM ? inKilometres : inMiles && !inKilometres;
  }

  private static Set<String> words(Stream<String> texts) {
    Set<String> words = new HashSet<>();
    texts
        .map(FormFields::plain)
        .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{N}]+")))
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    return words;
  }
}
