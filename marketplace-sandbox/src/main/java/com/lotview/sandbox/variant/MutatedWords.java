package com.lotview.sandbox.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Changes of labels as {@link Wording} knows them. */
final class MutatedWords {
  private final ObjectNode layout;
  private final Random chance;
  private final List<String> changes = new ArrayList<>();

  MutatedWords(ObjectNode data, Random chance) {
    this.layout = data.withObject("/layout");
    this.chance = chance;
  }

  /**
   * Draws the changes and returns their descriptions. Every seed makes the same number of draws.
   */
  List<String> changes() {
    int labels = chance.nextInt(100);
    if (labels < 20) {
      lay(Choice.FORM_LABELS, labels < 10 ? "english" : "other");
    }
    if (chance.nextInt(100) < 10) {
      lay(Choice.FORM_FUEL, "top");
    }
    if (chance.nextInt(100) < 10) {
      lay(Choice.FORM_DROPDOWNS, "bare");
    }
    return changes;
  }

  private void lay(Choice choice, String face) {
    layout.put(choice.wireName(), face);
    changes.add(choice.wireName() + ": " + face);
  }
}
