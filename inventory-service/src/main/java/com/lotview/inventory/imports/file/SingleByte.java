package com.lotview.inventory.imports.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of one byte a character: those of Windows, and those of old spreadsheets on a Mac. */
final class SingleByte {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset MAC = Charset.forName("x-MacRoman");
  // A letter of UTF-8 that was read as Windows' and written once more: the two of "\u00EB".
  private static final Pattern TWICE =
      Pattern.compile(
          "[\u00C2-\u00C5][\u00A0-\u00BF\u0152-\u2122]|\u00E2\u20AC[\u0153\u2122\u201C\u00A2]");
  private static final int AROUND = 10;

  private SingleByte() {}

  /** The text in whichever of the two encodings makes its words plausible. */
  static String read(byte[] bytes) {
    String windows = new String(bytes, WINDOWS);
    int odd = odd(windows);
    if (odd == 0) {
      return windows;
    }
    String mac = new String(bytes, MAC);
    return odd(mac) < odd ? mac : windows;
  }

  // Characters that are implausible inside a word: a mark, or a capital after a small letter.
  private static int odd(String text) {
    int odd = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      boolean inWord =
          Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
      if (c > 127 && c != '\u2019' && inWord) {
        boolean capital = Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
        odd += capital || !Character.isLetter(c) ? 1 : 0;
      }
    }
    return odd;
  }

  /**
   * A remark if the text may contain letters that were encoded twice; this cannot be known for
   * certain.
   */
  static List<Remark> encodedTwice(String text) {
    Matcher twice = TWICE.matcher(text);
    if (!twice.find()) {
      return List.of();
    }
    int line = (int) text.substring(0, twice.start()).chars().filter(c -> c == '\n').count() + 1;
    return List.of(
        new Remark(
            line,
            "\""
                + around(text, twice.start())
                + "\" looks like a text that was encoded twice: send the file as its system wrote it"));
  }

  private static String around(String text, int place) {
    int start = place;
    int end = place + 1;
    while (start > 0 && place - start < AROUND && text.charAt(start - 1) > ' ') {
      start--;
    }
    while (end < text.length() && end - place < AROUND && text.charAt(end) > ' ') {
      end++;
    }
    return text.substring(start, end);
  }
}
