package com.lotview.listing.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a text and the dealership's own parts together, by the dealership's template or the usual
 * order. Placeholders are {@code {opening} {text} {closing} {call} {disclaimer}} and facts such as
 * {@code {model}}; a line with an unknown placeholder value is left out.
 */
public final class TextFrame {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");
  private static final String USUAL = "{opening}\n\n{text}\n\n{closing}\n\n{call}\n\n{disclaimer}";

  /** The names of all placeholders. */
  public static final Set<String> PLACEHOLDERS =
      Set.of(
          "opening",
          "text",
          "closing",
          "call",
          "disclaimer",
          "year",
          "make",
          "model",
          "trim",
          "mileage",
          "color",
          "dealership",
          "city",
          "state",
          "phone");

  private TextFrame() {}

  /** The whole description. */
  public static String fill(ListingBrief brief, String text) {
    Map<String, @Nullable String> values = values(brief);
    values.put("text", body(brief, text));
    String filled =
        Arrays.stream(template(brief).split("\n", -1))
            .filter(line -> known(line, values))
            .map(line -> fill(line, values))
            .collect(Collectors.joining("\n"));
    return MANY_LINES.matcher(filled).replaceAll("\n\n").strip();
  }

  /** How many characters are left for the text itself. */
  public static int room(ListingBrief brief) {
    return brief.maxDescriptionLength() - fill(brief, "\u00B7").length() + 1;
  }

  /** The text alone, because the frame adds the call to action. */
  private static String body(ListingBrief brief, String text) {
    return text.replace(brief.callToAction(), "").strip();
  }

  /** A template that contains the placeholder of the text and the call to action. */
  private static String template(ListingBrief brief) {
    String own = brief.dealership().own().template();
    if (own == null || !own.contains("{text}")) {
      return USUAL;
    }
    return own.contains("{call}") ? own : own + "\n\n{call}";
  }

  private static boolean known(String line, Map<String, @Nullable String> values) {
    return PLACEHOLDER
        .matcher(line)
        .results()
        .allMatch(place -> {
          String value = values.get(place.group(1));
          return value != null && !value.isBlank();
        });
  }

  private static String fill(String line, Map<String, @Nullable String> values) {
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(
            place -> Matcher.quoteReplacement(String.valueOf(values.get(place.group(1))).strip()));
  }

  private static Map<String, @Nullable String> values(ListingBrief brief) {
    VehicleFacts vehicle = brief.vehicle();
    DealershipFacts dealership = brief.dealership();
    DealershipTexts own = dealership.own();
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("opening", own.opening());
    values.put("closing", own.closing());
    values.put("disclaimer", own.disclaimer());
    values.put("call", brief.callToAction());
    values.put("year", String.valueOf(vehicle.year()));
    values.put("make", vehicle.make());
    values.put("model", vehicle.model());
    values.put("trim", vehicle.trim());
    values.put(
        "mileage",
        vehicle.distance() == null ? null : String.format(Locale.ROOT, "%,d", vehicle.distance()));
    values.put("color", vehicle.exteriorColor());
    values.put("dealership", dealership.name());
    values.put("city", dealership.city());
    values.put("state", dealership.state());
    values.put("phone", dealership.phone());
    return values;
  }

  /**
   * The written part of a description, without the dealership's own parts and the call to action.
   */
  public static String written(ListingBrief brief, String description) {
    DealershipTexts own = brief.dealership().own();
    String rest = description;
    for (String part :
        new @Nullable String[] {
          own.opening(), own.closing(), own.disclaimer(), brief.callToAction()
        }) {
      if (part != null && !part.isBlank()) {
        rest = rest.replace(part.strip(), "\n");
      }
    }
    String template = own.template();
    if (template != null && template.contains("{text}")) {
      for (String line : template.split("\n", -1)) {
        String filled = fill(line, values(brief)).strip();
        rest = line.contains("{text}") || filled.isEmpty() ? rest : rest.replace(filled, "\n");
      }
    }
    return rest.strip();
  }
}
