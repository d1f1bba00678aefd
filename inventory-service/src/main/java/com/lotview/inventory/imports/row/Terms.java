package com.lotview.inventory.imports.row;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words of feeds and what they mean here. A word that is not known says nothing. */
final class Terms {
  private static final Map<String, String> BODY_CODES =
      Map.of("pkup", "Truck", "van", "Van", "apurp", "SUV", "fltbd", "Truck");

  private static final Pattern NOT_CERTIFIED =
      Pattern.compile("\\b(not|non|no|un|never)[ -]?certified|certified[ :=-]*(no|n|false|0)\\b");
  private static final Set<String> FOR_SALE =
      Set.of(
          "A", "Y", "YES", "TRUE", "1", "ACTIVE", "LIVE", "ON LOT", "ON THE LOT", "ON DEALER LOT", "DEALER LOT",
          "FRONTLINE", "FRONT LINE", "FRONT LINE READY", "FRONTLINE READY", "RETAIL", "RETAIL READY",
          "READY", "READY FOR SALE", "LOT READY", "SHOWROOM", "OPEN", "PUBLISHED", "LISTED",
          "STOCK", "ON SALE", "INSTOCK", "FOR SALE");
  private static final Set<String> NOT_FOR_SALE =
      Set.of(
          "P", "INACTIVE", "HOLD", "ON HOLD", "HELD", "OUT OF STOCK", "OUTOFSTOCK", "SOLD OUT SOON",
          "DEPOSIT", "DEPOSIT TAKEN", "UNDER CONTRACT", "IN RECON", "RECON", "IN SERVICE", "SERVICE",
          "IN PREP", "COMING SOON", "NOT FOR SALE", "NOT LISTED", "OFF MARKET", "ON ORDER", "ORDERED",
          "PRE SOLD", "LOANER", "WHOLESALE", "DISCONTINUED", "PREORDER", "BACKORDER");
  private static final Set<String> DENIALS = Set.of("NOT", "NO", "NON", "NEVER", "N", "FALSE", "0");
  private static final Set<String> SOLD =
      Set.of("SOLD", "DELIVERED", "S", "VENDIDO", "VENDU", "VENDUTO", "VERKAUFT", "TERJUAL");
  private static final Set<String> PENDING =
      Set.of("PENDING", "RESERVED", "RESERVADO", "RESERVIERT", "HOLD", "DEPOSIT");
  private static final Set<String> AVAILABLE =
      Set.of(
          "AVAILABLE", "AVAIL", "STOCK", "INSTOCK", "ACTIVE", "DISPONIBLE", "VERFÜGBAR", "TERSEDIA");
  // Words that change none of the others.
  private static final Set<String> FILLERS =
      Set.of(
          "IN", "TRANSIT", "TEMPORARILY", "CURRENTLY", "SALE", "FOR", "DEAL", "YET", "VEHICLE", "UNIT",
          "NOW", "ON", "THE", "OUT", "TO", "DELIVERY", "RETAIL", "CUSTOMER", "FUNDING", "IS", "LOT",
          "YES", "Y", "TRUE", "LONGER", "STATUS", "");

  private Terms() {}

  /** NEW, USED or CPO. */
  static @Nullable String condition(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (NOT_CERTIFIED.matcher(word).find()) {
      return "USED";
    }
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

  /**
   * AVAILABLE, PENDING, SOLD or TRANSIT (coming, which says nothing of its sale); null if the word
   * is not understood. What is denied to be for sale is PENDING: it must not be posted.
   */
  static @Nullable String status(String cell) {
    String words =
        cell.toUpperCase(Locale.ROOT)
            .replaceAll("\\bUN(?=SOLD|AVAILABLE)", "NOT ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    if (FOR_SALE.contains(words)) {
      return "AVAILABLE";
    }
    if (NOT_FOR_SALE.contains(words)) {
      return "PENDING";
    }
    Set<String> left = new HashSet<>(List.of(words.split(" ", -1)));
    boolean denied = left.removeAll(DENIALS);
    boolean sold = left.removeAll(SOLD);
    boolean pending = left.removeAll(PENDING);
    boolean available = left.removeAll(AVAILABLE);
    boolean transit = left.contains("TRANSIT");
    left.removeAll(FILLERS);
    if (!left.isEmpty() || (denied && pending)) {
      return null;
    }
    if (denied) {
      return sold && !available ? "AVAILABLE" : available && !sold ? "PENDING" : null;
    }
    if (sold || pending) {
      return sold ? "SOLD" : "PENDING";
    }
    return available ? "AVAILABLE" : transit ? "TRANSIT" : null;
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
