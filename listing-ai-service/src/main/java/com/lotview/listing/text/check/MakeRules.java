package com.lotview.listing.text.check;

import com.lotview.listing.text.Wording;
import java.util.List;
import java.util.regex.Pattern;

/** A text may mention only the vehicle's own make. */
final class MakeRules {
  /** Makes whose names are not common words: found in upper and lower case. */
  private static final Pattern PLAIN =
      makes(
          "acura|alfa romeo|aston martin|audi|bentley|bmw|buick|byd|cadillac|caddy|chevrolet|chevy|chrysler|citro[eë]n|cupra|daewoo|ferrari|fiat|ford|gmc|harley-davidson|honda|hummer|hyundai|infiniti|isuzu|jaguar|jeep|kia|lamborghini|land rover|range rover|lexus|maserati|mazda|mclaren|mercedes(?:-benz)?|mitsubishi|nissan|oldsmobile|opel|peugeot|plymouth|polestar|pontiac|porsche|renault|rivian|rolls-royce|saab|[sš]koda|subaru|suzuki|tesla|toyota|vinfast|volkswagen|vw|volvo",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Makes that are also common words: found only with a capital. */
  private static final Pattern CAPITAL =
      makes(
          "Dodge|DODGE|Genesis|GENESIS|Lincoln|LINCOLN|Lotus|LOTUS|Lucid Motors|Mercury|MERCURY|Mini Cooper|MINI|Ram|RAM|Saturn|SATURN|Scion|SCION|SEAT",
          0);

  private MakeRules() {}

  /**
   * @param plain the text in plain form, without the dealership's name and city
   */
  static List<String> problems(String where, String plain, FactSheet facts) {
    return List.of(PLAIN, CAPITAL).stream()
        .flatMap(makes -> makes.matcher(plain).results())
        .map(match -> match.group())
        .distinct()
        .filter(make -> !own(make, facts))
        .map(make -> where + " names another make (" + make + ")")
        .toList();
  }

  private static boolean own(String make, FactSheet facts) {
    String folded = Wording.folded(make);
    return facts.mention(folded) || facts.mention(canonical(folded));
  }

  private static String canonical(String make) {
    return switch (make) {
      case "chevy" -> "chevrolet";
      case "vw" -> "volkswagen";
      case "caddy" -> "cadillac";
      case "mercedes" -> "mercedes-benz";
      default -> make;
    };
  }

  private static Pattern makes(String names, int flags) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + names + ")(?![\\p{L}\\p{N}])", flags);
  }
}
