package com.lotview.inventory.imports.row;

import com.lotview.inventory.meaning.Answer;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of feeds and what they mean here. A word that is not known says nothing. */
final class Terms {
  private static final Map<String, String> BODY_CODES =
      Map.of("pkup", "Truck", "van", "Van", "apurp", "SUV", "fltbd", "Truck");

  private static final CellReader READER = CellReader.load();

  private Terms() {}

  /** A grade, where the file gives one. */
  static @Nullable String grade(String cell) {
    String word = cell.toUpperCase(Locale.ROOT).replace(' ', '_');
    return switch (word) {
      case "EXCELLENT", "VERY_GOOD", "GOOD", "FAIR", "POOR" -> word;
      default -> null;
    };
  }

  /** Whether the cell is a status that is understood. */
  static boolean isStatus(String cell) {
    Answer answer = READER.read(Kind.STATUS, cell);
    return answer instanceof Answer.Says || answer instanceof Answer.SaysNot;
  }

  /** The short name of the drive, or the cell as it is. */
  static @Nullable String drivetrain(@Nullable String cell) {
    return cell != null && READER.read(Kind.DRIVE, cell) instanceof Answer.Says(String drive)
        ? drive
        : cell;
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
