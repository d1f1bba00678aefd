package com.lotview.listing.text.builtin;

import com.lotview.listing.text.VehicleFacts;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A vehicle's names as people say them: no body, drive or doors in the trim, no word twice. */
record VehicleName(int year, String make, String model, @Nullable String trim) {
  private static final int LONGEST_CAR = 48;

  // Feeds write drive, body and doors into the trim, where they repeat other fields.
  private static final Pattern NO_TRIM =
      Pattern.compile(
          "(?:front|rear|all|four|4|2)[- ]wheel[- ]drive|\\b(?:awd|fwd|rwd|4wd|2wd|4x4|4x2)\\b"
              + "|\\butility body\\b|\\b[2-5] ?-?d(?:oo)?r\\b\\.?|\\(natl\\)|\\b(?:cvt|ivt|suv|wagon|base)\\b"
              + "|\\bnorth america\\b|\\bsports? activity (?:vehicle|coupe)\\b|\\bsport utility(?: vehicle)?\\b|\\bauto(?:matic)?\\b|\\bvan-minivan\\b|\\b\\d+-in\\. wb\\b|\\bw/.*",
          Pattern.CASE_INSENSITIVE);

  static VehicleName of(VehicleFacts vehicle, Spelling spelling) {
    String make = spelling.name(known(vehicle.make()));
    String model =
        spelling.name(known(vehicle.model()).replaceAll("(?i)\\s+base$|\\b(\\w+) (?=\\1\\b)", ""));
    String cleanTrim = Spelling.clean(vehicle.trim());
    @Nullable String trim = null;
    if (cleanTrim != null) {
      Set<String> said =
          Arrays.stream((make + " " + model).split(" "))
              .map(word -> word.toLowerCase(Locale.ROOT))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      String rest =
          Arrays.stream(withoutCab(NO_TRIM.matcher(cleanTrim).replaceAll(" "), model).split("\\s+"))
              .filter(word -> said.add(word.toLowerCase(Locale.ROOT)))
              .collect(Collectors.joining(" "));
      trim = rest.isBlank() ? null : spelling.name(rest);
    }
    return new VehicleName(vehicle.year(), make, model, trim);
  }

  /** A "Chassis Cab" with a "Crew Cab" in its trim would be left with half a cab. */
  private static String withoutCab(String trim, String model) {
    return (model.contains("Cab") ? trim.replaceAll("(?i)\\b\\w+ cab\\b", " ") : trim).strip();
  }

  private static String known(String name) {
    return Objects.requireNonNullElse(Spelling.clean(name), name.strip());
  }

  /** The model; with the make if the model alone is not a name ("Mazda 3"). */
  String shortName() {
    return modelStandsAlone() ? model : make + " " + model;
  }

  private boolean modelStandsAlone() {
    return model.length() > 3 && !Character.isDigit(model.charAt(0));
  }

  /**
   * The name for the text, which never repeats the title.
   *
   * @param order how a language puts {@code {year}} and {@code {model}}
   */
  String car(String order) {
    String full = trim == null ? shortName() : shortName() + " " + trim;
    String called = full.length() <= LONGEST_CAR ? full : shortName();
    return modelStandsAlone()
        ? order.replace("{year}", String.valueOf(year)).replace("{model}", called)
        : called;
  }

  /** Year, make, model and trim. */
  String full() {
    String name = year + " " + make + " " + model;
    return trim == null ? name : name + " " + trim;
  }
}
