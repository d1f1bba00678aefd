package com.lotview.worker.marketplace.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Maps a feed's words for body, fuel and gearbox to the form's choices. Unclear words have no
 * result.
 */
final class VehicleWords {

  private record Rule(Pattern pattern, String choice) {
    static Rule of(String words, String choice) {
      return new Rule(
          Pattern.compile(
              "\\b(" + words + ")\\b",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS),
          choice);
    }
  }

  /** The first match decides, so specific rules come first. */
  private static final List<Rule> BODIES =
      List.of(
          Rule.of("mini-?\\s?van|mpv|people carrier|monovolumen", "MINIVAN"),
          Rule.of(
              "convertible|cabriolet|cabrio|roadster|spyder|spider|drop ?top|descapotable",
              "CONVERTIBLE"),
          Rule.of(
              "pk-?up|pick-?\\s?up|pu|crew ?cab|crewmax|double cab|quad cab|mega cab|super"
                  + " ?cab|super ?crew|king cab|access cab|reg(ular)? cab|ext(ended)? cab|cab"
                  + " chassis|cab / chassis|box truck|flat ?bed|fltbd|stake bed|trucks?",
              "TRUCK"),
          Rule.of("(cargo|passenger|full-?size|moving|dry)? ?vans?|furgoneta|skåpbil", "VAN"),
          // Code of stock systems for multi-purpose vehicles.
          Rule.of("apurp", "SUV"),
          Rule.of(
              "suv|sport utility|sports utility|sport utility vehicle|cuv|crossover|sports activity"
                  + " vehicle|4x4|todoterreno",
              "SUV"),
          Rule.of("hatch ?back|liftback|sportback|[35] ?dr hatch|hatch|halvkombi", "HATCHBACK"),
          Rule.of("station wagon|wagon|estate|avant|touring wagon|kombi", "WAGON"),
          Rule.of("coup[eé]|cup[eé]|cpe|2dr coupe", "COUPE"),
          Rule.of("sed[aá]n|saloon|sdn", "SEDAN"),
          Rule.of("small car|supermini|city car", "SMALL_CAR"));

  private static final List<Rule> FUELS =
      List.of(
          Rule.of("plug-?\\s?in.*|phev|laddhybrid|híbrido enchufable", "PLUG_IN_HYBRID"),
          Rule.of("hybrid|hev|mhev|elhybrid|híbrido", "HYBRID"),
          Rule.of("e85|flex|flex-?\\s?fuel|flexible|ffv", "FLEX"),
          Rule.of("di[eé]sel|biodiesel|tdi", "DIESEL"),
          Rule.of("electric|ev|bev|el|elbil|eléctrico", "ELECTRIC"),
          Rule.of("hydrogen|fuel cell|cng|natural gas|lpg|propane", "OTHER_FUEL"),
          Rule.of("gas|gasoline|petrol|unleaded|premium unleaded|bensin|gasolina", "GASOLINE"));

  private static final List<Rule> GEARBOXES =
      List.of(
          // Rev matching is a feature of manual gearboxes.
          Rule.of("(manual|m/t)\\b.*\\brev[- ]match(ing)?", "MANUAL"),
          Rule.of(
              "automated"
                  + " manual|automatic|auto|autom[aá]tic[ao]|automat|a/t|at|e?cvt|cvti|variable|tiptronic|steptronic|geartronic|dct|dsg|pdk|doppelkupplung|s"
                  + " tronic|(dual|double)[- ]clutch|auto-shift|a",
              "AUTOMATIC"),
          Rule.of("manual|manuell|m/t|mt|stick|m", "MANUAL"));

  private static final List<Rule> GRADES =
      List.of(
          Rule.of("excellent", "EXCELLENT"),
          Rule.of("very good", "VERY_GOOD"),
          Rule.of("good", "GOOD"),
          Rule.of("fair", "FAIR"),
          Rule.of("poor", "POOR"));

  /** What feeds write for unknown values. */
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "-",
          "\u2013",
          "\u2014",
          ".",
          "(blank)",
          "n/a",
          "#n/a",
          "na",
          "none",
          "null",
          "other",
          "unknown",
          "unspecified",
          "not specified",
          "tbd");

  private VehicleWords() {}

  /** Whether the value means an empty cell. */
  static boolean saysNothing(String words) {
    return NOTHING.contains(words.strip().toLowerCase(Locale.ROOT));
  }

  /** The last category of a path decides: "Commercial Trucks > Cargo Van" is a van. */
  static Optional<String> body(String words) {
    return first(BODIES, words.substring(words.lastIndexOf('>') + 1));
  }

  static Optional<String> fuel(String words) {
    return first(FUELS, words);
  }

  static Optional<String> gearbox(String words) {
    return first(GEARBOXES, words);
  }

  /** Only a single grade counts, not "Used" or "like new, in good shape". */
  static Optional<String> grade(String words) {
    String plain = words.strip().replace('_', ' ');
    return GRADES.stream()
        .filter(rule -> rule.pattern().matcher(plain).matches())
        .map(Rule::choice)
        .findFirst();
  }

  private static Optional<String> first(List<Rule> rules, String words) {
    return rules.stream()
        .filter(rule -> rule.pattern().matcher(words.replace('_', ' ')).find())
        .map(Rule::choice)
        .findFirst();
  }
}
