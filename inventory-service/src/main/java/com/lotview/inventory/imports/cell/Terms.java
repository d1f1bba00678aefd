package com.lotview.inventory.imports.cell;

import com.lotview.inventory.meaning.Answer;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of feeds and their meaning here. An unknown word has no meaning. */
public final class Terms {
  private static final Map<String, String> BODY_CODES =
      Map.of("pkup", "Truck", "van", "Van", "apurp", "SUV", "fltbd", "Truck");

  private static final int LONGEST_TITLE = 30;
  private static final CellReader READER = CellReader.get();

  private Terms() {}

  /** A grade, where the file gives one. */
  public static @Nullable String grade(String cell) {
    String word = cell.toUpperCase(Locale.ROOT).replace(' ', '_');
    return switch (word) {
      case "EXCELLENT", "VERY_GOOD", "GOOD", "FAIR", "POOR" -> word;
      default -> null;
    };
  }

  /** What a cell of a yes/no column says; null if it is neither. */
  public static @Nullable Boolean yesOrNo(String cell) {
    return cell.equalsIgnoreCase("x") ? Boolean.TRUE : READER.yesOrNo(cell);
  }

  /** Whether the cell is a status that is understood. */
  public static boolean isStatus(String cell) {
    Answer answer = READER.read(Kind.STATUS, cell);
    return answer instanceof Answer.Says || answer instanceof Answer.SaysNot;
  }

  /** Whether the cell says what kind of title a vehicle has, and is no headline. */
  public static boolean isTitle(String cell) {
    return cell.length() <= LONGEST_TITLE
        && !(READER.read(Kind.TITLE, cell) instanceof Answer.SaysNothing);
  }

  /** The short name of the drive, or the cell as it is. */
  public static @Nullable String drivetrain(@Nullable String cell) {
    return cell != null && READER.read(Kind.DRIVE, cell) instanceof Answer.Says(String drive)
        ? drive
        : cell;
  }

  public static @Nullable String body(@Nullable String cell, boolean shouts) {
    if (cell == null) {
      return null;
    }
    String code = BODY_CODES.get(cell.toLowerCase(Locale.ROOT));
    if (code != null) {
      return code;
    }
    return shouts ? Capitals.name(cell) : cell;
  }

  /** The unit in a column's name; empty if none. */
  public static String unitIn(String plainHeader) {
    boolean kilometres =
        plainHeader.startsWith("km")
            || plainHeader.endsWith("km")
            || plainHeader.contains("kilomet");
    return kilometres ? "KM" : "";
  }
}
