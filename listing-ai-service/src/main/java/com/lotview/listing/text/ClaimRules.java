package com.lotview.listing.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What texts like to claim of vehicles, from {@code claims.txt}: mentioned only if the facts do.
 * Immutable.
 */
final class ClaimRules {
  private final List<Claim> claims;

  private ClaimRules(List<Claim> claims) {
    this.claims = claims;
  }

  /** Reads the lexicon that comes with the service. */
  static ClaimRules load() {
    try (InputStream in = ClaimRules.class.getResourceAsStream("/lotview/listing/claims.txt")) {
      if (in == null) {
        throw new IllegalStateException("claims.txt is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new ClaimRules(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Claim::parse)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> problems(String where, String folded, FactSheet facts) {
    List<String> problems = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.text().matcher(folded).find() && !facts.say(claim.fact())) {
        problems.add(where + " claims " + claim.name() + ", which is not in the vehicle's data");
      }
    }
    return problems;
  }

  /** One line: {@code name :: what texts say [:: what facts say]}. */
  private record Claim(String name, Pattern text, Pattern fact) {
    private static final String START = "(?<![a-z0-9])";

    static Claim parse(String line) {
      String[] parts = line.split(" :: ", -1);
      Pattern text = Pattern.compile(START + "(?:" + parts[1].strip() + ")(?![a-z0-9])");
      // What the data may say instead is given by its beginning: "auto" for "automatic".
      Pattern fact =
          parts.length > 2 ? Pattern.compile(START + "(?:" + parts[2].strip() + ")") : text;
      return new Claim(parts[0].strip(), text, fact);
    }
  }
}
