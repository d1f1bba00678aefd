package com.lotview.listing.text.check;

import com.lotview.kit.resource.ClassPathFile;
import com.lotview.listing.text.Fact;
import com.lotview.listing.text.Language;
import com.lotview.listing.text.MileageRate;
import com.lotview.listing.text.Saying;
import com.lotview.listing.text.VehicleFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Typical claims of texts about vehicles, from {@code claims-<language>.txt}: allowed only if the
 * facts say so, and claims about history only if the stock's meaning supports them. Immutable.
 */
final class ClaimRules {
  private final Map<Language, List<Claim>> claims;

  private ClaimRules(Map<Language, List<Claim>> claims) {
    this.claims = claims;
  }

  /** Reads the lexicons that come with the service. */
  static ClaimRules load() {
    Map<Language, List<Claim>> own = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      own.put(language, read("/lotview/listing/claims-" + language.tag() + ".txt"));
    }
    // English claims about a vehicle's history count in every language.
    List<Claim> history =
        Objects.requireNonNull(own.get(Language.EN)).stream().filter(Claim::closed).toList();
    own.replaceAll((language, list) ->
        language == Language.EN ? list : Stream.concat(list.stream(), history.stream()).toList());
    return new ClaimRules(own);
  }

  private static List<Claim> read(String file) {
    return ClassPathFile.lines(ClaimRules.class, file).stream().map(Claim::parse).toList();
  }

  private List<Claim> of(Language language) {
    return Objects.requireNonNull(claims.get(language));
  }

  List<String> problems(String where, String folded, Language language, FactSheet facts) {
    return problems(where, folded, of(language), facts);
  }

  /** Only claims about a vehicle's history. */
  List<String> historyProblems(String where, String folded, Language language, FactSheet facts) {
    return problems(where, folded, of(language).stream().filter(Claim::closed).toList(), facts);
  }

  private static List<String> problems(
      String where, String folded, List<Claim> claims, FactSheet facts) {
    List<String> problems = new ArrayList<>();
    for (Claim claim : claims) {
      if (Affirmation.inText(claim.text(), folded) && claim.sources(facts).isEmpty()) {
        problems.add(where + " claims " + claim.name() + ", which is not in the vehicle's data");
      }
    }
    return problems;
  }

  /** The facts behind all claims of a sentence. */
  List<Fact> sources(String folded, Language language, FactSheet facts) {
    return of(language).stream()
        .filter(claim -> claim.text().matcher(folded).find())
        .flatMap(claim -> claim.sources(facts).stream())
        .distinct()
        .toList();
  }

  /** Whether the words make a claim about a vehicle's history. */
  boolean claimsHistory(String folded) {
    return of(Language.EN).stream()
        .filter(Claim::closed)
        .anyMatch(claim -> claim.text().matcher(folded).find());
  }

  /**
   * One line: {@code name :: what texts say [:: support]}. The support is a pattern for facts,
   * {@code @kind=VALUE} of the meaning, or {@code @low-miles}; notes do not support a name with
   * {@code ~}.
   */
  private record Claim(String name, Pattern text, String carrier, Pattern fact, boolean notesToo) {
    private static final String START = "(?<![\\p{L}0-9])";

    static Claim parse(String line) {
      String[] parts = line.split(" :: ", -1);
      String name = parts[0].strip();
      Pattern text = Pattern.compile(START + "(?:" + parts[1].strip() + ")(?![\\p{L}0-9])");
      String carrier = parts.length > 2 ? parts[2].strip() : "";
      // The support is the beginning of a word in the data: "auto" for "automatic".
      Pattern fact =
          carrier.isEmpty() || carrier.startsWith("@")
              ? text
              : Pattern.compile(START + "(?:" + carrier + ")");
      return new Claim(name.replace("~", ""), text, carrier, fact, !name.startsWith("~"));
    }

    boolean closed() {
      return carrier.startsWith("@");
    }

    List<Fact> sources(FactSheet facts) {
      if (carrier.equals("@low-miles")) {
        MileageRate rate = facts.rate();
        return rate != null && rate.low() ? List.of(facts.mileagePerYear()) : List.of();
      }
      if (closed()) {
        String[] wanted = carrier.substring(1).split("=", 2);
        VehicleFacts vehicle = facts.vehicle();
        Saying saying = vehicle.saying(wanted[0]);
        return saying != null && vehicle.says(wanted[0], wanted[1])
            ? List.of(new Fact(wanted[0], wanted[1], saying.column(), saying.cell()))
            : List.of();
      }
      return facts.say(fact, notesToo) ? facts.saying(fact) : List.of();
    }
  }
}
