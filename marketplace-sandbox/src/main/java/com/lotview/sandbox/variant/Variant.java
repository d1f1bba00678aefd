package com.lotview.sandbox.variant;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One country's and language's site: labels, words, option lists, fields per vehicle type, layout.
 * The scripts of the pages read the same data. It must not be changed.
 */
public final class Variant {
  /** Data that the pages do not need: they draw one form, independent of its origin. */
  private static final List<String> BEHIND_THE_SCENES =
      List.of(
          "canonical",
          "synonyms",
          "unknown",
          "usWords",
          "typeNames",
          "extends",
          "englishWords",
          "otherWords");

  /** The texts of a page, without its layout and the format of numbers. */
  private static final List<String> LANGUAGE =
      List.of("lang", "labels", "texts", "errors", "words", "faces");

  private final ObjectNode data;

  Variant(ObjectNode data) {
    this.data = data;
  }

  /**
   * Loads a variant by its name.
   *
   * @throws BadRequest when there is no such variant
   */
  public static Variant named(String name) {
    return new Variant(VariantFiles.read(name));
  }

  /** The variant's name, such as "us". */
  public String name() {
    return data.path("name").asString();
  }

  /** The language of its pages, as in the lang attribute. */
  public String language() {
    return data.path("lang").asString();
  }

  /** Everything the scripts of the pages need. */
  public ObjectNode forPages() {
    return data.deepCopy().remove(BEHIND_THE_SCENES);
  }

  /** The variant with some of its data changed. */
  Variant changed(Consumer<ObjectNode> change) {
    ObjectNode copy = data.deepCopy();
    change.accept(copy);
    return new Variant(copy);
  }

  /** The same site in the words of another variant; money, options and layout stay. */
  Variant inWordsOf(Variant other) {
    return changed(
        copy -> LANGUAGE.forEach(part -> copy.set(part, other.data.get(part).deepCopy())));
  }

  /** One of the site's sentences. */
  public String word(String key) {
    return data.path("words").path(key).asString();
  }

  /** The value of a layout choice in this variant. */
  public String layout(Choice choice) {
    return data.path("layout").path(choice.wireName()).asString();
  }

  /**
   * True when the form shows the field for a vehicle type; not for fields that every type has.
   *
   * @throws BadRequest when there is no such type
   */
  public boolean shows(String vehicleType, String field) {
    boolean listed = texts(type(vehicleType).path("fields")).contains(field);
    return listed
        && switch (field) {
          case "makeList" -> layout(Choice.FORM_MAKE).equals("list");
          case "exteriorColor" -> !layout(Choice.FORM_COLORS).equals("none");
          case "interiorColor" -> layout(Choice.FORM_COLORS).equals("both");
          case "vin" -> layout(Choice.FORM_VIN).equals("shown");
          default -> true;
        };
  }

  /**
   * The fields that must be filled for a vehicle type.
   *
   * @throws BadRequest when there is no such type
   */
  public List<String> required(String vehicleType) {
    return StreamSupport.stream(data.path("required").spliterator(), false)
        .map(JsonNode::asString)
        .filter(field -> isAlways(field) || shows(vehicleType, field))
        .toList();
  }

  /** Words for a field that no form had so far, or for its options. */
  List<String> unknown(String name) {
    JsonNode words = data.path("unknown").path(name);
    return words.isArray() ? texts(words) : List.of(words.asString());
  }

  private boolean isAlways(String field) {
    return texts(data.path("always")).contains(field);
  }

  /** The option list of a dropdown as the form offers it; empty for a field that is no dropdown. */
  public List<String> options(String field) {
    return texts(data.path("options").path(field));
  }

  /** The names of the vehicle types as the form offers them. */
  public List<String> types() {
    return StreamSupport.stream(data.path("types").spliterator(), false)
        .map(type -> type.path("name").asString())
        .toList();
  }

  /** The words of the US form for an option of this one; empty for a value of no list. */
  public Optional<String> canonical(String field, String value) {
    JsonNode word = data.path("canonical").path(field).path(value);
    return word.isMissingNode() ? Optional.empty() : Optional.of(word.asString());
  }

  private JsonNode type(String vehicleType) {
    int index = types().indexOf(vehicleType);
    if (index < 0) {
      throw new BadRequest(data.path("errors").path("vehicleType").asString());
    }
    return data.path("types").path(index);
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** Pairs the options of one list with those of the US list at the same place. */
  static ObjectNode pairs(List<String> own, List<String> american) {
    ObjectNode pairs = Json.MAPPER.createObjectNode();
    IntStream.range(0, own.size()).forEach(i -> pairs.put(own.get(i), american.get(i)));
    return pairs;
  }
}
