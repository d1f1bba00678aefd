package com.lotview.sandbox.variant;

import com.lotview.sandbox.http.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bundle of changes of one form, all drawn from one number: the same number and variant give the
 * same form. It changes only what the site has changed in the past, or may change. Longer than 300
 * lines because the order of all draws decides which form a number gives.
 */
final class Mutation {
  private static final List<String> FIELDS =
      List.of(
          "vehicleType",
          "location",
          "year",
          "make",
          "model",
          "mileage",
          "price",
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "cleanTitle",
          "condition",
          "fuelType",
          "transmission",
          "description");
  private static final List<String> OPTIONAL =
      List.of(
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "cleanTitle",
          "condition",
          "fuelType",
          "transmission");
  private static final List<String> DECOYS =
      List.of(
          "headings", "hiddenCopies", "disabledCopies", "filters", "carousel", "chat", "fileInput");

  private final long seed;
  private final Variant variant;
  private final Random chance;
  private final ObjectNode data;
  private final ObjectNode pages = Json.MAPPER.createObjectNode();
  private final List<String> changes = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<String, List<String>> absent = new LinkedHashMap<>();
  private boolean postable = true;

  Mutation(long seed, Variant variant) {
    this.seed = seed;
    this.variant = variant;
    // Neighbouring seeds of java.util.Random begin with similar values.
    this.chance = new Random(seed * 0x9E3779B97F4A7C15L);
    this.data = Json.MAPPER.createObjectNode();
  }

  Mutated applied() {
    if (seed == 0) {
      return new Mutated(0, variant, pages, List.of(), true, List.of(), Map.of());
    }
    Variant changed =
        variant.changed(copy -> {
          data.setAll(copy);
          skeleton();
          layout();
          fields();
          options();
          labels();
          // Last, so that the earlier draws of each seed stay the same as before these choices
          // existed.
          changes.addAll(new MutatedPages(variant, data, chance).changes());
          changes.addAll(new MutatedWords(data, chance).changes());
          copy.setAll(data);
        });
    return new Mutated(seed, changed, pages, changes, postable, missing, absent);
  }

  private boolean draw(int percent) {
    return chance.nextInt(100) < percent;
  }

  private <T> T one(List<T> from) {
    return from.get(chance.nextInt(from.size()));
  }

  private <T> List<T> some(List<T> from, int most) {
    List<T> shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, chance);
    return shuffled.subList(0, Math.min(shuffled.size(), 1 + chance.nextInt(most)));
  }

  private void tell(String change) {
    changes.add(change);
  }

  private void skeleton() {
    if (draw(70)) {
      String ids = one(List.of("colons", "jsc", "plain"));
      pages.put("ids", ids);
      tell("ids: " + ids);
    }
    if (draw(70)) {
      int depth = 1 + chance.nextInt(4);
      pages.put("depth", depth);
      tell("nesting: " + depth + " more boxes round everything");
    }
    if (draw(50)) {
      reorder();
    }
    if (draw(60)) {
      List<String> decoys = some(DECOYS, 3);
      ArrayNode names = pages.putArray("decoys");
      decoys.forEach(names::add);
      tell("decoys: " + String.join(", ", decoys));
    }
    if (draw(40)) {
      int slow = 2 + chance.nextInt(2);
      pages.put("slow", slow);
      tell("delays: " + slow + " times as long");
    }
    if (draw(40)) {
      double swallow = one(List.of(0.0, 0.3, 0.6));
      pages.put("swallow", swallow);
      tell("first clicks lost: " + swallow);
    }
    if (draw(10)) {
      pages.put("afterMake", true);
      tell("model, mileage and colours: only once the make is known");
    }
    if (draw(10)) {
      pages.put("modelWaits", true);
      tell("model: shut until the make is known");
    }
    if (draw(10)) {
      pages.put("yearsUp", true);
      tell("years: oldest first");
    }
  }

  /**
   * Type before the fields that depend on it, year before make before model; all other fields may
   * be anywhere.
   */
  private void reorder() {
    ArrayNode sections = (ArrayNode) data.get("sections");
    List<ObjectNode> rest = new ArrayList<>();
    sections.forEach(section -> rest.add((ObjectNode) section));
    ObjectNode first = rest.removeFirst();
    Collections.shuffle(rest, chance);
    for (ObjectNode section : rest) {
      List<String> fields = new ArrayList<>(Variant.texts(section.get("fields")));
      Collections.shuffle(fields, chance);
      settle(fields, List.of("year", "make", "model"));
      ArrayNode order = section.putArray("fields");
      fields.forEach(order::add);
    }
    sections.removeAll().add(first).addAll(rest);
    tell(
        "order: "
            + String.join(
                ", ",
                rest.stream().flatMap(s -> Variant.texts(s.get("fields")).stream()).toList()));
  }

  private static void settle(List<String> fields, List<String> inOrder) {
    List<Integer> places =
        inOrder.stream().map(fields::indexOf).filter(place -> place >= 0).sorted().toList();
    if (places.size() == inOrder.size()) {
      for (int i = 0; i < places.size(); i++) {
        fields.set(places.get(i), inOrder.get(i));
      }
    }
  }

  private void layout() {
    lay(15, Choice.FORM_NAMING);
    lay(15, Choice.FORM_MAKE);
    lay(10, Choice.FORM_MODEL);
    lay(10, Choice.FORM_COLORS);
    lay(20, Choice.FORM_VIN);
    lay(15, Choice.FORM_PHOTOS);
    lay(10, Choice.FORM_OPTIONS);
    lay(10, Choice.FORM_PREVIEW);
    lay(10, Choice.PUBLISH_LANDING);
    lay(10, Choice.LEAVE_WAY);
    lay(15, Choice.ITEM_DESCRIPTION, List.of("whole", "seeMore"));
    String colors = variant.changed(copy -> copy.setAll(data)).layout(Choice.FORM_COLORS);
    if (!colors.equals("both")) {
      missing.add("interiorColor");
    }
    if (colors.equals("none")) {
      missing.add("exteriorColor");
    }
  }

  private void lay(int percent, Choice choice) {
    lay(percent, choice, choice.faces());
  }

  private void lay(int percent, Choice choice, List<String> faces) {
    List<String> others =
        faces.stream().filter(face -> !face.equals(variant.layout(choice))).toList();
    String face = one(others);
    if (draw(percent)) {
      data.withObject("/layout").put(choice.wireName(), face);
      tell(choice.wireName() + ": " + face);
    }
  }

  private void fields() {
    if (draw(30)) {
      List<String> lost = some(OPTIONAL, 2);
      data.get("types").forEach(type -> lose((ArrayNode) type.get("fields"), lost));
      missing.addAll(lost);
      tell("fields gone: " + String.join(", ", lost));
    }
    if (draw(20)) {
      add("trim", null, false);
    }
    if (draw(20)) {
      add("doors", "doorsOptions", false);
    }
    if (draw(5)) {
      add("owners", "ownersOptions", true);
      postable = false;
    }
    if (draw(10)) {
      data.putObject("defaults");
      tell("transmission: nothing chosen at first");
    }
  }

  private static void lose(ArrayNode fields, List<String> lost) {
    List<String> kept = Variant.texts(fields).stream().filter(f -> !lost.contains(f)).toList();
    fields.removeAll();
    kept.forEach(fields::add);
  }

  private void add(String name, @Nullable String list, boolean required) {
    String label = variant.unknown(name).getFirst();
    ((ArrayNode) data.get("extras")).addObject().put("name", name).put("label", label);
    data.get("types").forEach(type -> ((ArrayNode) type.get("fields")).add(name));
    ArrayNode sections = (ArrayNode) data.get("sections");
    int about = 1 + chance.nextInt(sections.size() - 1);
    ((ArrayNode) sections.get(about).get("fields")).insert(0, name);
    if (list != null) {
      ArrayNode options = data.withObject("/options").putArray(name);
      variant.unknown(list).forEach(options::add);
    }
    if (required) {
      ((ArrayNode) data.get("required")).add(name);
    }
    tell("new field" + (required ? ", required" : "") + ": " + label);
  }

  private void options() {
    MutatedOptions lists = new MutatedOptions(data, chance);
    if (draw(35)) {
      tell(lists.shuffle());
    }
    if (draw(30)) {
      tell(lists.otherCase());
    }
    if (draw(20)) {
      tell(lists.anotherColor());
    }
    if (draw(15)) {
      tell(lists.drop(absent));
    }
  }

  private void labels() {
    MutatedLabels labels = new MutatedLabels(data, chance, FIELDS);
    if (draw(50)) {
      some(FIELDS, 3).forEach(field -> tell(labels.rename(field)));
    }
    if (draw(40)) {
      tell(labels.otherCase());
    }
    if (draw(15)) {
      tell(labels.decorate());
    }
    if (draw(6)) {
      tell(labels.rename(one(List.of("next", "publish"))));
    }
    if (draw(5)) {
      String field = one(List.of("year", "make", "model", "price", "mileage"));
      data.withObject("/labels").put(field, "");
      postable = false;
      tell("label gone: " + field);
    }
  }
}
