package com.lotview.inventory.imports;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of feeds and what they mean here. A word that is not known says nothing. */
final class Terms {
  private static final Map<String, String> BODY_CODES =
      Map.of("pkup", "Truck", "van", "Van", "apurp", "SUV", "fltbd", "Truck");

  private Terms() {}

  /** NEW, USED or CPO. */
  static @Nullable String condition(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (word.contains("certified") || word.equals("cpo") || word.equals("c")) {
      return "CPO";
    }
    return switch (word) {
      case "n", "new" -> "NEW";
      case "u", "used", "pre-owned", "preowned" -> "USED";
      default -> null;
    };
  }

  /** A grade, where the file gives one. */
  static @Nullable String grade(String cell) {
    String word = cell.toUpperCase(Locale.ROOT).replace(' ', '_');
    return switch (word) {
      case "EXCELLENT", "VERY_GOOD", "GOOD", "FAIR", "POOR" -> word;
      default -> null;
    };
  }

  /** SOLD or PENDING; everything else leaves the vehicle as it is. */
  static @Nullable String status(String cell) {
    String word = cell.toUpperCase(Locale.ROOT);
    if (word.contains("SOLD")) {
      return "SOLD";
    }
    return word.contains("PENDING") ? "PENDING" : null;
  }

  static @Nullable String drivetrain(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String word = cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return switch (word) {
      case "awd", "allwheeldrive", "allwheeldriveconfiguration" -> "AWD";
      case "fwd", "frontwheeldrive", "frontwheeldriveconfiguration" -> "FWD";
      case "rwd", "rearwheeldrive", "rearwheeldriveconfiguration" -> "RWD";
      case "4wd", "4x4", "fourwheeldrive", "fourwheeldriveconfiguration", "4wheeldrive" -> "4WD";
      case "2wd", "4x2", "twowheeldrive" -> "2WD";
      default -> cell;
    };
  }

  static @Nullable String body(@Nullable String cell, boolean shouts) {
    if (cell == null) {
      return null;
    }
    String code = BODY_CODES.get(cell.toLowerCase(Locale.ROOT));
    if (code != null) {
      return code;
    }
    return shouts ? Capitals.name(cell) : cell;
  }

  /** The unit that a column's name tells; empty if none. */
  static String unitIn(String plainHeader) {
    return plainHeader.startsWith("km") || plainHeader.endsWith("km") ? "KM" : "";
  }
}
