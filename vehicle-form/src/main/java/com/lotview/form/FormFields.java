package com.lotview.form;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Facts of the form in all languages: the order of the fields, and their options. */
public final class FormFields {

  /** Fields from top to bottom, as in marketplace-form.md §4. */
  public static final List<String> ORDER =
      List.of(
          "vehicleType",
          "location",
          "year",
          "make",
          "model",
          "trim",
          "vin",
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

  private static final List<String> COLORS =
      List.of(
          "BLACK",
          "BLUE",
          "BROWN",
          "GOLD",
          "GREEN",
          "GRAY",
          "PINK",
          "PURPLE",
          "RED",
          "SILVER",
          "ORANGE",
          "WHITE",
          "YELLOW",
          "CHARCOAL",
          "OFF_WHITE",
          "TAN",
          "BEIGE",
          "BURGUNDY",
          "TURQUOISE");

  private static final Map<String, List<String>> OPTIONS =
      Map.of(
          "vehicleType", List.of("CAR_TRUCK"),
          "bodyStyle",
              List.of(
                  "COUPE",
                  "TRUCK",
                  "SEDAN",
                  "HATCHBACK",
                  "SUV",
                  "CONVERTIBLE",
                  "WAGON",
                  "MINIVAN",
                  "SMALL_CAR",
                  "VAN"),
          "exteriorColor", COLORS,
          "interiorColor", COLORS,
          "condition", List.of("EXCELLENT", "VERY_GOOD", "GOOD", "FAIR", "POOR"),
          "fuelType",
              List.of(
                  "DIESEL",
                  "ELECTRIC",
                  "GASOLINE",
                  "FLEX",
                  "HYBRID",
                  "PLUG_IN_HYBRID",
                  "OTHER_FUEL"),
          "transmission", List.of("MANUAL", "AUTOMATIC"));

  private FormFields() {}

  /** Our names of the field's options; empty for a field without options. */
  public static List<String> options(String field) {
    return OPTIONS.getOrDefault(field, List.of());
  }

  /** Our options without a word in the list. */
  public static List<String> missing(FormMap map, List<String> known, List<String> list) {
    Set<String> there = new HashSet<>(list.stream().map(Texts::key).toList());
    return known.stream()
        .filter(option -> map.option(option).stream().map(Texts::key).noneMatch(there::contains))
        .toList();
  }

  /** Texts of the list that are no word of our options. */
  public static List<String> strange(FormMap map, List<String> known, List<String> list) {
    Set<String> words = new HashSet<>();
    known.forEach(option -> map.option(option).forEach(word -> words.add(Texts.key(word))));
    return list.stream().filter(text -> !words.contains(Texts.key(text))).toList();
  }

  /** How much the list and our options overlap, from 0 to 1; mean of both directions. */
  public static double share(FormMap map, List<String> known, List<String> list) {
    if (list.isEmpty()) {
      return 0;
    }
    int ours = list.size() - strange(map, known, list).size();
    double found = 1 - (double) missing(map, known, list).size() / known.size();
    return ((double) ours / list.size() + found) / 2;
  }

  /** Remarks in a label; the page script has the same pattern. */
  private static final String REMARKS =
      "(?:[\\s*:.\\u2026]+"
          + "|[\\s(\\[\\u00b7,\\u2013-]+(?:optional|required|opcional|obligatori[oa]|requerid[oa]"
          + "|opsional|wajib|facultati(?:f|ve)|optionn?ell?e?|obligatoire|requise?|erforderlich"
          + "|pflichtfeld|freiwillig|obrigat\\u00f3ri[oa]|facoltativ[oa]|obbligatori[oa]"
          + "|richiest[oa])[\\s)\\]]*"
          + "|[\\s(\\[\\u00b7]+\\d+\\s?/\\s?[\\d.,]+[\\s)\\]]*)+$";

  /** A label without remarks, as the page script compares labels (page.js). */
  public static String plain(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u00a0\\u202f]+", " ")
        .replaceAll("[\\u2018\\u2019]", "'")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("^[\\s*]+|" + REMARKS, "");
  }
}
