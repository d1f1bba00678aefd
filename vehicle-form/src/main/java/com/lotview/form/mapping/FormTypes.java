package com.lotview.form.mapping;

import com.lotview.form.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form's types of vehicles, by the inventory's: {@code vehicle-types.json}. Only a form of
 * which enough is known is filled (marketplace-form.md §4.1).
 */
final class FormTypes {
  private final Map<String, Type> types;

  /**
   * A type.
   *
   * @param words of the form's option, in all languages of the form maps; the car's are in the maps
   * @param filled whether LotView fills this form
   * @param automatic whether an untouched transmission says automatic, so that it must be known
   */
  record Type(List<String> words, boolean filled, boolean automatic) {}

  private record Resource(String about, Map<String, Type> types) {}

  private FormTypes(Map<String, Type> types) {
    this.types = Map.copyOf(types);
  }

  static FormTypes load() {
    String text = Texts.lines("/vehicle-form/vehicle-types.json");
    return new FormTypes(JsonMapper.shared().readValue(text, Resource.class).types());
  }

  /** Whether LotView fills the form of this type. */
  boolean filled(String name) {
    Type type = types.get(name);
    return type != null && type.filled();
  }

  /** Whether an untouched transmission says automatic in the form of a type that is filled. */
  boolean automatic(String name) {
    return Objects.requireNonNull(types.get(name)).automatic();
  }

  /** Words of the form's option; empty if they are in the form maps. */
  List<String> words(String name) {
    return Objects.requireNonNull(types.get(name)).words();
  }
}
