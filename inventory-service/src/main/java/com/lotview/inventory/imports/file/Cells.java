package com.lotview.inventory.imports.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes different spellings of the same text: invisible marks, guards, entities. */
public final class Cells {
  // Zero-width and direction marks, soft hyphens, and controls other than blanks and line ends.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u00AD\u180E"
              + "\\p{Cc}&&[^\\t\\n\\r\u0085]]");
  private static final Pattern JOINERS = Pattern.compile("[\u200C\u200D\uFE00-\uFE0F\u034F]");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
  // What spreadsheets write so that a number stays text: ="00123".
  private static final Pattern GUARD =
      Pattern.compile("=\\s*\"?\"([^\"]*)(?:\"\"?)?|=T\\(\"([^\"]*)\"\\)|=(\\d+)");
  // The hyphen of typesetters, and the one that does not break.
  private static final Pattern HYPHENS = Pattern.compile("[\u2010\u2011]");

  private static final Pattern BLANKS = Pattern.compile("[\\h]+");
  private static final Pattern ALL_BLANKS = Pattern.compile("[\\h\\v]+");
  private static final Pattern QUOTES =
      Pattern.compile("^[\"'\u2018\u2019\u201C\u201D`]+|[\"\u201C\u201D]+$");

  private Cells() {}

  // Most cells are plain: no rule here changes them, and to see that is much cheaper than the
  // rules.
  private static boolean isPlain(String text) {
    boolean blankBefore = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && blankBefore)) {
        return false;
      }
      blankBefore = c == ' ';
    }
    return text.isEmpty() || !blankBefore;
  }

  /** A cell's text. */
  static String clean(String cell) {
    if (isPlain(cell) && cell.indexOf('&') < 0 && !cell.startsWith("=")) {
      return cell;
    }
    String visible = INVISIBLE.matcher(Entities.decode(cell)).replaceAll("");
    String composed = Normalizer.normalize(unguarded(visible), Normalizer.Form.NFC);
    return HYPHENS.matcher(composed).replaceAll("-");
  }

  /** A header's name. */
  static String name(String cell) {
    return ALL_BLANKS.matcher(clean(cell)).replaceAll(" ").strip();
  }

  /** A text of one line: every kind of blank is one blank. */
  public static String line(String cell) {
    return isPlain(cell) ? cell : BLANKS.matcher(cell).replaceAll(" ").strip();
  }

  /** The text of a number or code: without joiners and the quotes that may stand around it. */
  public static String code(String cell) {
    return isPlain(cell) && !quoted(cell) ? cell : bareCode(cell);
  }

  private static boolean quoted(String cell) {
    return !cell.isEmpty()
        && ("\"'`".indexOf(cell.charAt(0)) >= 0 || cell.charAt(cell.length() - 1) == '"');
  }

  private static String bareCode(String cell) {
    String bare = JOINERS.matcher(line(cell)).replaceAll("");
    String unquoted = QUOTES.matcher(bare).replaceAll("");
    return DASHES
        .matcher(Normalizer.normalize(unquoted, Normalizer.Form.NFKC))
        .replaceAll("-")
        .strip();
  }

  /** What two spellings of the same stock number or VIN have in common. */
  public static String key(String code) {
    String visible = isPlain(code) ? code : INVISIBLE.matcher(code).replaceAll("");
    return code(visible).toUpperCase(Locale.ROOT);
  }

  private static String unguarded(String cell) {
    var guard = GUARD.matcher(cell.strip());
    if (!guard.matches()) {
      return cell;
    }
    for (int i = 1; i <= guard.groupCount(); i++) {
      if (guard.group(i) != null) {
        return guard.group(i);
      }
    }
    return cell;
  }
}
