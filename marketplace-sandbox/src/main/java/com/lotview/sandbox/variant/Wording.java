package com.lotview.sandbox.variant;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies the layout choices to the form's labels and to the place of the fuel field. */
final class Wording {
  private static final String FUEL = "fuelType";

  private Wording() {}

  /** Changes labels and sections according to the layout. */
  static void follow(ObjectNode data) {
    ObjectNode labels = data.withObject("/labels");
    switch (layout(data, Choice.FORM_LABELS)) {
      case "english" -> labels.setAll(data.withObject("/englishWords"));
      case "other" -> {
        labels.set("mileage", data.at("/otherWords/mileage"));
        labels.set("vin", data.at("/otherWords/vin"));
      }
      default -> {}
    }
    if (layout(data, Choice.FORM_FUEL).equals("top")) {
      labels.set(FUEL, data.at("/otherWords/" + FUEL));
      raiseFuel(data);
    }
    if (layout(data, Choice.FORM_DROPDOWNS).equals("bare")) {
      labels.put("transmission", "");
    }
  }

  private static String layout(ObjectNode data, Choice choice) {
    return data.path("layout").path(choice.wireName()).asString();
  }

  /** The first section has the type and the pictures, which come first in any form. */
  private static void raiseFuel(ObjectNode data) {
    ArrayNode sections = (ArrayNode) data.get("sections");
    for (int i = 0; i < sections.size(); i++) {
      ObjectNode section = (ObjectNode) sections.get(i);
      List<String> fields = new ArrayList<>(Variant.texts(section.get("fields")));
      fields.remove(FUEL);
      if (i == 1) {
        fields.addFirst(FUEL);
      }
      ArrayNode kept = section.putArray("fields");
      fields.forEach(kept::add);
    }
  }
}
