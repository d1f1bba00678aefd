package com.lotview.form.plan;

import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field with its wanted value.
 *
 * @param name our name of it
 * @param values texts that count as the value in every language, best first; of a tick {@code true}
 *     or {@code false}
 * @param option name of the option whose words the form map has; null if {@code values} has the
 *     texts, or if the value is not known, so that the field must be left as it is
 * @param optional whether the form may lack this field
 */
public record PlannedField(
    String name, Kind kind, List<String> values, @Nullable String option, boolean optional) {

  /** How the field is filled, and how its value is compared. */
  public enum Kind {
    /** A list; case, accents, spaces and hyphens do not matter. */
    CHOICE,
    /** A text box. */
    TEXT,
    /** A text box that may suggest. */
    ENTRY,
    /** A list in most countries, a text box in some; compared as a list. */
    MAKE,
    /** A box of digits, to which the page may add a currency and separators. */
    DIGITS,
    /** A box of several lines. */
    LINES,
    /** A place, chosen from the site's suggestions. */
    PLACE,
    /** A box to tick. */
    TICK
  }

  /** A position in a list, from 0, and the list's length. */
  public record Position(int index, int of) {}

  public PlannedField {
    values = List.copyOf(values);
  }

  static PlannedField of(String name, Kind kind, List<String> values) {
    return new PlannedField(name, kind, values, null, false);
  }

  static PlannedField choice(String name, @Nullable String option, boolean optional) {
    return new PlannedField(name, Kind.CHOICE, List.of(), option, optional);
  }

  static PlannedField line(String name, String text) {
    return new PlannedField(name, Kind.TEXT, List.of(text), null, true);
  }

  /** The texts that count as the value in this language, best first; none if it is not known. */
  public List<String> accepted(FormMap map) {
    return option == null ? values : map.option(option);
  }

  /** The value as a text: the best of its texts. */
  public String value() {
    return values.getFirst();
  }

  /**
   * Where the option must be if its word in this language is a guess; null if the word decides.
   * Grades go from best to worst in all languages (marketplace-form.md §5.6); a guessed word of
   * another grade would overstate the vehicle.
   */
  public @Nullable Position place(FormMap map) {
    if (option == null || !name.equals("condition") || !map.guessed(option)) {
      return null;
    }
    List<String> grades = FormFields.options(name);
    return new Position(grades.indexOf(option), grades.size());
  }
}
