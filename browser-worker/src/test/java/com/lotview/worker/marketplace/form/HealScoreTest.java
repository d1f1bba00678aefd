package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.form.HealScore.Candidate;
import com.lotview.worker.marketplace.form.HealScore.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealScoreTest {

  private static final List<String> GRADES =
      List.of("Excellent", "Very good", "Good", "Fair", "Poor");
  private static final List<String> COLORS =
      List.of(
          "Black",
          "Blue",
          "Brown",
          "Gold",
          "Green",
          "Gray",
          "Pink",
          "Purple",
          "Red",
          "Silver",
          "Orange",
          "White",
          "Yellow",
          "Charcoal",
          "Off white",
          "Tan",
          "Beige",
          "Burgundy",
          "Turquoise");

  private final HealScore scores = new HealScore(FormMap.of("en"));

  @Test
  void aListOfTheFieldsOwnOptionsInItsPlaceIsTheField() {
    List<Control> form = form("Vehicle condition", "How is it?");
    assertThat(best("condition", form, new Candidate(named(form, "How is it?"), GRADES)))
        .hasValueSatisfying(found -> assertThat(found.score()).isGreaterThanOrEqualTo(0.8));
  }

  @Test
  void aControlWithoutAnyNameIsKnownByItsOptions() {
    List<Control> form = form("Vehicle condition", "");
    assertThat(best("condition", form, new Candidate(named(form, ""), GRADES))).isPresent();
  }

  @Test
  void aListOfExactlyTheFuelsIsTheFuelWhereverItStands() {
    List<Control> form = new ArrayList<>(form("Fuel type", "Runs on"));
    Control moved = named(form, "Runs on");
    form.remove(moved);
    form.addFirst(moved);
    List<String> fuels =
        List.of("Diesel", "Electric", "Petrol", "Flex", "Hybrid", "Plug-in hybrid", "Other");
    assertThat(best("fuelType", form, new Candidate(moved, fuels))).isPresent();
    List<String> more = new ArrayList<>(fuels);
    more.add("Steam");
    assertThat(best("fuelType", form, new Candidate(moved, more))).isEmpty();
    assertThat(best("fuelType", form, new Candidate(moved, fuels), new Candidate(moved, fuels)))
        .isEmpty();
  }

  @Test
  void aListOfExactlyTheFuelsWithWordsOfAnotherFieldIsNotTheFuel() {
    List<Control> form = new ArrayList<>(form("Fuel type", "Gearbox"));
    Control moved = named(form, "Gearbox");
    form.remove(moved);
    form.addFirst(moved);
    List<String> fuels =
        List.of("Diesel", "Electric", "Petrol", "Flex", "Hybrid", "Plug-in hybrid", "Other");
    assertThat(best("fuelType", form, new Candidate(moved, fuels))).isEmpty();
  }

  @Test
  void gradesInAnotherPlaceMayBeThoseOfAPart() {
    List<Control> form = new ArrayList<>(form("Vehicle condition", "Tyres"));
    Control moved = named(form, "Tyres");
    form.remove(moved);
    form.addFirst(moved);
    assertThat(best("condition", form, new Candidate(moved, GRADES))).isEmpty();
  }

  @Test
  void anEnglishLabelInAnotherLanguageCountsAsTheLabel() {
    assertThat(new HealScore(FormMap.of("id")).label("exteriorColor", "Exterior color")).isOne();
    assertThat(new HealScore(FormMap.of("id")).label("interiorColor", "Exterior color")).isZero();
  }

  @Test
  void anotherListIsNeverTheField() {
    List<Control> form = form("Vehicle condition", "Vehicle state");
    Candidate doors = new Candidate(named(form, "Vehicle state"), List.of("2", "3", "4", "5"));
    assertThat(best("condition", form, doors)).isEmpty();
    assertThat(scores.possible("condition", doors)).isFalse();
    assertThat(scores.possible("condition", new Candidate(doors.control(), List.of()))).isTrue();
  }

  @Test
  void twoColoursWithoutLabelsAreNotGuessed() {
    List<Control> form =
        rename(rename(form("", ""), "Exterior color", "Hue"), "Interior color", "Tone");
    assertThat(
            best(
                "exteriorColor",
                form,
                new Candidate(named(form, "Hue"), COLORS),
                new Candidate(named(form, "Tone"), COLORS)))
        .isEmpty();
  }

  @Test
  void wordsOfTheLabelTellTwoColoursApart() {
    List<Control> form =
        rename(
            rename(form("", ""), "Exterior color", "Outside colour"),
            "Interior color",
            "Inside colour");
    Candidate outside = new Candidate(named(form, "Outside colour"), COLORS);
    Candidate inside = new Candidate(named(form, "Inside colour"), COLORS);
    assertThat(best("exteriorColor", form, inside, outside))
        .map(Scored::candidate)
        .contains(outside);
    assertThat(best("interiorColor", form, inside, outside))
        .map(Scored::candidate)
        .contains(inside);
  }

  @Test
  void theTextOfSeveralLinesIsTheDescription() {
    List<Control> form = form("Description", "Anything else?");
    Control area = named(form, "Anything else?");
    assertThat(best("description", form, new Candidate(area, List.of()))).isPresent();
  }

  @Test
  void alikeCountsOnlyForTheFieldThatItIsMostAlikeTo() {
    assertThat(scores.label("exteriorColor", "Exterior colr")).isGreaterThan(0.9);
    assertThat(scores.label("interiorColor", "Exterior colr")).isZero();
    assertThat(scores.label("bodyStyle", "Seats")).isZero();
  }

  private Optional<Scored> best(String field, List<Control> form, Candidate... candidates) {
    return scores.best(field, form, List.of(candidates));
  }

  /** The usual form with one label replaced. */
  private static List<Control> form(String label, String other) {
    List<Control> form = new ArrayList<>();
    int place = 0;
    for (String field : FormFields.ORDER) {
      String name = FormMap.of("en").labels(field).getFirst();
      boolean list = !FormFields.options(field).isEmpty() || field.equals("year");
      form.add(
          new Control(
              list ? "choice" : field.equals("cleanTitle") ? "tick" : "text",
              place++,
              name,
              "",
              field.equals("description"),
              "",
              true,
              false,
              false));
    }
    return rename(form, label, other);
  }

  private static List<Control> rename(List<Control> form, String label, String other) {
    return form.stream()
        .map(control ->
            label.isEmpty() || !control.name().equals(label)
                ? control
                : new Control(
                    control.kind(),
                    control.place(),
                    other,
                    "",
                    control.area(),
                    "",
                    true,
                    false,
                    false))
        .toList();
  }

  private static Control named(List<Control> form, String name) {
    return form.stream().filter(control -> control.name().equals(name)).findFirst().orElseThrow();
  }
}
