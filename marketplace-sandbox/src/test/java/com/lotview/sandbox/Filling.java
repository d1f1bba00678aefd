package com.lotview.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Fills a form in any variant and mutation, with knowledge of how it was made. */
final class Filling {
  private final Hand hand;
  private final JsonNode form;
  private final JsonNode labels;

  /**
   * @param form the variant that the page was given
   */
  Filling(Hand hand, JsonNode form) {
    this.hand = hand;
    this.form = form;
    this.labels = form.get("labels");
  }

  /** A Civic, up to the last button. */
  void fill(Path photo) {
    hand.choose(label("vehicleType"), form.at("/types/0/name").asString());
    hand.addPhotos(List.of(photo));
    hand.choose(label("year"), "2019");
    make();
    model();
    hand.type(label("mileage"), "45210");
    hand.type(label("price"), "18900");
    option("bodyStyle", 2);
    option("fuelType", 2);
  }

  private void make() {
    switch (layout("form.make")) {
      case "list" -> hand.choose(label("make"), "Honda");
      // The first suggestion is the make itself.
      case "typeahead" -> {
        hand.type(label("make"), "Honda");
        hand.tab(label("make"));
      }
      default -> hand.type(label("make"), "Honda");
    }
  }

  private void model() {
    hand.type(label("model"), "Civic EX");
    switch (layout("form.model")) {
      case "typeahead" -> hand.escape(label("model"));
      case "autocomplete" -> hand.tab(label("model"));
      default -> {
        // Text stays as it was typed.
      }
    }
  }

  private void option(String field, int index) {
    boolean shown =
        StreamSupport.stream(form.at("/types/0/fields").spliterator(), false)
            .anyMatch(name -> name.asString().equals(field));
    if (shown) {
      hand.choose(label(field), form.at("/options/" + field + "/" + index).asString());
    }
  }

  private String label(String field) {
    return labels.get(field).asString();
  }

  private String layout(String choice) {
    return form.get("layout").get(choice).asString();
  }
}
