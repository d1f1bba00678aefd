package com.lotview.inventory.imports.cell;

import java.util.regex.Pattern;

/** Recognizes texts that a spreadsheet has turned into a number or a date. */
public final class Spreadsheet {
  private static final Pattern ERROR =
      Pattern.compile("#(REF|VALUE|DIV/0|NUM|NULL)!|#NAME\\?|#{3,}|\\[object Object\\]");
  private static final Pattern EXPONENT = Pattern.compile("-?\\d([.,]\\d+)?[Ee]\\+\\d{2,3}");
  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June"
          + "|July|August|September|October|November|December|Mrz|Mai|Okt|Dez|Ene|Abr|Ago|Dic)";
  private static final Pattern DAY =
      Pattern.compile(
          "\\d{1,2}[-. ]{1,2}"
              + MONTH
              + "\\.?([- ]\\d{2,4})?"
              + "|"
              + MONTH
              + "[-. ]\\d{2,4}"
              + "|\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2})?)?"
              + "|\\d{1,2}/\\d{1,2}/\\d{2,4}( \\d{1,2}:\\d{2}(:\\d{2})?)?");

  private Spreadsheet() {}

  /** Whether the cell is an error or a number that lost its digits. */
  public static boolean ruinedNumber(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    char first = cell.charAt(0);
    boolean maybe = first == '#' || first == '[' || first == '-' || Character.isDigit(first);
    return maybe && (ERROR.matcher(cell).matches() || EXPONENT.matcher(cell).matches());
  }

  private static boolean hasDigit(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (Character.isDigit(cell.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The same for a name or code, which is not a date either. */
  public static boolean ruinedText(String cell) {
    return ruinedNumber(cell) || (hasDigit(cell) && DAY.matcher(cell).matches());
  }
}
