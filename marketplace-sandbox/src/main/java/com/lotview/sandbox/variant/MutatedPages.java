package com.lotview.sandbox.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the pages that show listings: the item page and "Your listings". */
final class MutatedPages {
  private static final List<String> FOLDED =
      List.of("unfamiliar", "inline", "disclosure", "toggle");

  private final Variant before;
  private final ObjectNode layout;
  private final Random chance;
  private final List<String> changes = new ArrayList<>();

  MutatedPages(Variant before, ObjectNode data, Random chance) {
    this.before = before;
    this.layout = data.withObject("/layout");
    this.chance = chance;
  }

  /**
   * Draws the changes and returns their descriptions. Every seed makes the same number of draws, so
   * that later draws stay independent of these.
   */
  List<String> changes() {
    String folded = FOLDED.get(chance.nextInt(FOLDED.size()));
    boolean drawn = !now(Choice.ITEM_DESCRIPTION).equals(before.layout(Choice.ITEM_DESCRIPTION));
    if (draw() < 15 && !drawn) {
      lay(Choice.ITEM_DESCRIPTION, folded);
    }
    int language = draw();
    if (language < 20) {
      lay(Choice.ITEM_LANGUAGE, language < 15 ? "other" : "unknown");
    }
    lay(8, Choice.ITEM_LAYOUT, "bare");
    lay(15, Choice.SELLING_FOOT, "loading");
    lay(10, Choice.SELLING_CARDS, "dateless");
    lay(10, Choice.SELLING_END, "more");
    return changes;
  }

  private int draw() {
    return chance.nextInt(100);
  }

  private String now(Choice choice) {
    return layout.path(choice.wireName()).asString();
  }

  private void lay(int percent, Choice choice, String face) {
    if (draw() < percent) {
      lay(choice, face);
    }
  }

  private void lay(Choice choice, String face) {
    layout.put(choice.wireName(), face);
    changes.add(choice.wireName() + ": " + face);
  }
}
