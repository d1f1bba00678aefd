package com.lotview.sandbox.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of option lists. The US meaning of an option moves with it. */
final class MutatedOptions {
  private static final List<String> LISTS =
      List.of(
          "bodyStyle", "exteriorColor", "interiorColor", "condition", "fuelType", "transmission");
  private static final List<String> DROPPED =
      List.of("bodyStyle", "exteriorColor", "interiorColor", "fuelType", "make");

  private final ObjectNode data;
  private final Random chance;

  MutatedOptions(ObjectNode data, Random chance) {
    this.data = data;
    this.chance = chance;
  }

  String shuffle() {
    String field = LISTS.get(chance.nextInt(LISTS.size()));
    List<String> options = options(field);
    Collections.shuffle(options, chance);
    put(field, options);
    return "options in another order: " + field;
  }

  String otherCase() {
    String field = LISTS.get(chance.nextInt(LISTS.size()));
    Locale locale = Locale.ROOT;
    boolean capitals = chance.nextBoolean();
    UnaryOperator<String> change =
        text -> capitals ? text.toUpperCase(locale) : text.toLowerCase(locale);
    ObjectNode canonical = data.withObject("/canonical/" + field);
    List<String> options = options(field);
    List<String> changed = options.stream().map(change).toList();
    for (String option : options) {
      canonical.set(change.apply(option), canonical.get(option));
    }
    put(field, changed);
    String preset = data.path("defaults").path(field).asString("");
    if (!preset.isEmpty()) {
      data.withObject("/defaults").put(field, change.apply(preset));
    }
    return "options in " + (capitals ? "capitals: " : "small letters: ") + field;
  }

  /** The disputed twentieth colour. */
  String anotherColor() {
    String other = options("bodyStyle").getLast();
    for (String field : List.of("exteriorColor", "interiorColor")) {
      List<String> options = options(field);
      options.add(other);
      put(field, options);
      data.withObject("/canonical/" + field).put(other, "Other");
    }
    return "a twentieth colour: " + other;
  }

  String drop(Map<String, List<String>> absent) {
    String drawn = DROPPED.get(chance.nextInt(DROPPED.size()));
    boolean noList = drawn.equals("make") && !makeIsAList();
    String field = noList ? "bodyStyle" : drawn;
    List<String> options = options(field);
    List<String> gone = new ArrayList<>();
    int count = field.equals("make") ? options.size() / 8 : 1;
    for (int i = 0; i < count; i++) {
      gone.add(options.remove(chance.nextInt(options.size())));
    }
    put(field, options);
    absent.put(field, List.copyOf(gone));
    return "options gone: " + field + " without " + String.join(", ", gone);
  }

  private boolean makeIsAList() {
    return data.path("layout").path(Choice.FORM_MAKE.wireName()).asString().equals("list");
  }

  private List<String> options(String field) {
    return new ArrayList<>(Variant.texts(data.path("options").path(field)));
  }

  private void put(String field, List<String> options) {
    ArrayNode list = data.withObject("/options").putArray(field);
    options.forEach(list::add);
  }
}
