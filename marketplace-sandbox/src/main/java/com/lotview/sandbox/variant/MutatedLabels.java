package com.lotview.sandbox.variant;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the words beside the controls. */
final class MutatedLabels {
  private final ObjectNode labels;
  private final ObjectNode data;
  private final Random chance;
  private final List<String> fields;

  MutatedLabels(ObjectNode data, Random chance, List<String> fields) {
    this.data = data;
    this.labels = data.withObject("/labels");
    this.chance = chance;
    this.fields = fields;
  }

  String rename(String field) {
    List<String> words = Variant.texts(data.path("synonyms").path(field));
    String word = words.get(chance.nextInt(words.size()));
    String before = labels.path(field).asString();
    labels.put(field, word);
    return "label \"" + before + "\" is \"" + word + "\"";
  }

  String otherCase() {
    return switch (chance.nextInt(3)) {
      case 0 -> all("Every Word With A Capital", MutatedLabels::titled);
      case 1 -> all("small letters", text -> text.toLowerCase(Locale.ROOT));
      default -> all("CAPITALS", text -> text.toUpperCase(Locale.ROOT));
    };
  }

  String decorate() {
    return chance.nextBoolean()
        ? all("no-break spaces", text -> text.replace(' ', '\u00a0'))
        : all("a star after what is required", this::starred);
  }

  private String starred(String text) {
    return Variant.texts(data.path("required")).stream()
            .anyMatch(field -> labels.path(field).asString().equals(text))
        ? text + " *"
        : text;
  }

  private String all(String how, UnaryOperator<String> change) {
    fields.forEach(field -> labels.put(field, change.apply(labels.path(field).asString())));
    return "labels: " + how;
  }

  private static String titled(String text) {
    StringBuilder result = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      result.append(result.isEmpty() ? "" : " ");
      result.append(
          word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return result.toString();
  }
}
