package com.lotview.inventory.imports.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The format of a file, recognized by its first bytes. Its name is ignored, because dealers rename
 * files.
 */
enum Format {
  GZIP,
  ZIP,
  /** An old Excel workbook, or any other file of that container. */
  OLE,
  JSON,
  XML,
  HTML,
  /** A table of text, or an unknown format; its reader decides. */
  TEXT;

  /** How many bytes are needed to recognize it. */
  static final int HEAD = 4096;

  private static final Pattern JSON_START =
      Pattern.compile("\\s*[{\\[]\\s*[\"{\\[\\]}].*", Pattern.DOTALL);
  private static final Pattern HTML_START =
      Pattern.compile("\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body)\\b.*", Pattern.DOTALL);
  private static final Pattern XML_START = Pattern.compile("\\s*<[?!a-z].*", Pattern.DOTALL);

  static Format of(byte[] head) {
    if (starts(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return OLE;
    }
    String text = text(head);
    if (JSON_START.matcher(text).matches()) {
      return JSON;
    }
    if (HTML_START.matcher(text).matches()) {
      return HTML;
    }
    return XML_START.matcher(text).matches() ? XML : TEXT;
  }

  // Without the marks and zeros of wide encodings, because the signs of a format are ASCII.
  private static String text(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
        .replace("\0", "")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean starts(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
