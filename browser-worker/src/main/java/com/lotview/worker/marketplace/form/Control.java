package com.lotview.worker.marketplace.form;

import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One control of the form that a person could use.
 *
 * @param kind {@code choice}, {@code text}, {@code place} or {@code tick}
 * @param place its position among the controls of its kind, from 0
 * @param name accessible name; empty if it has none
 * @param area whether it has several lines
 * @param neutral its technical name, the same in all languages; often empty
 */
record Control(
    String kind,
    int place,
    String name,
    String value,
    boolean area,
    String neutral,
    boolean enabled,
    boolean required,
    boolean invalid) {

  /** All controls of the form, from top to bottom; none without a form. */
  static List<Control> of(Page page) {
    return page.raw("form.survey", page.map().formNames()) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(seen -> read(new ScriptResult((Map<?, ?>) seen)))
            .toList()
        : List.of();
  }

  private static Control read(ScriptResult seen) {
    return new Control(
        seen.text("kind"),
        seen.number("place"),
        seen.text("name"),
        seen.text("value"),
        seen.flag("area"),
        seen.text("neutral"),
        seen.flag("enabled"),
        seen.flag("required"),
        seen.flag("invalid"));
  }

  /** The key for the page script: its name or, without one, its position. */
  List<String> address() {
    return List.of(name.isEmpty() ? "nth:" + place : name);
  }

  /** Our name of the field that the label names. */
  Optional<String> claimedBy(FormMap map) {
    if (kind.equals("tick") && neutral.equals("title_status")) {
      return Optional.of("cleanTitle");
    }
    String plain = FormFields.plain(name);
    return FormFields.ORDER.stream()
        .filter(field ->
            map.labels(field).stream().anyMatch(label -> FormFields.plain(label).equals(plain)))
        .findFirst();
  }

  /** Whether it is the same control, independent of its name and content. */
  boolean is(Control other) {
    return kind.equals(other.kind) && place == other.place;
  }

  /** The same without a name: what was read as its name is its value. */
  Control holding(String text) {
    return new Control(kind, place, "", text, area, neutral, enabled, required, invalid);
  }

  /** For messages. */
  String described() {
    return kind + (name.isEmpty() ? " number " + (place + 1) : " named " + name);
  }
}
