package com.lotview.inventory.imports.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a file into text. The encoding is judged over all bytes: one bad byte in a
 * UTF-8 file costs one character, not every accent of the file.
 */
final class Encoding {
  private static final int SAMPLE = 4096;
  private static final Pattern PADDING = Pattern.compile("\\x00+\\z");

  /** The text, and what was lost in it. */
  record Text(String text, List<Remark> remarks) {}

  private Encoding() {}

  static Text read(byte[] bytes) {
    Charset charset = markedOrWide(bytes);
    if (charset == null) {
      return withoutNulls(narrow(bytes));
    }
    String text = new String(bytes, charset);
    return withoutNulls(new Text(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of()));
  }

  private static @Nullable Charset markedOrWide(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return null;
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Charset.forName("UTF-32");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return wide(bytes);
  }

  // UTF-16 without its mark: every second byte of western text is zero.
  private static @Nullable Charset wide(byte[] bytes) {
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += bytes[2 * i] == 0 ? 1 : 0;
      second += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 4 || Math.max(first, second) * 2 < pairs || Math.min(first, second) * 20 > pairs) {
      return null;
    }
    return first > second ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  private static Text narrow(byte[] bytes) {
    boolean marked = startsWith(bytes, 0xEF, 0xBB, 0xBF);
    byte[] content = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    Utf8 found = Utf8.count(content);
    if (found.bad() > 0 && !marked && found.good() < found.bad()) {
      return new Text(SingleByte.read(content), List.of());
    }
    String text = new String(content, StandardCharsets.UTF_8);
    return new Text(
        text,
        found.bad() == 0
            ? SingleByte.encodedTwice(text)
            : List.of(
                new Remark(
                    found.firstBadLine(),
                    found.bad() == 1
                        ? "one byte of the file, in this line, is no text; a \uFFFD stands for it"
                        : found.bad()
                            + " bytes of the file are no text, the first in this line; a \uFFFD stands"
                            + " for each")));
  }

  // Zeros at the end fill a block; one stray zero is a bad byte; many are no text at all.
  private static Text withoutNulls(Text read) {
    String text = PADDING.matcher(read.text()).replaceFirst("");
    long nulls = text.chars().filter(c -> c == 0).count();
    if (nulls == 0) {
      return new Text(text, read.remarks());
    }
    if (nulls * 100 > text.length()) {
      throw new UnreadableFileException("is not a text file");
    }
    return new Text(text.replace('\0', '\uFFFD'), read.remarks());
  }

  private static boolean startsWith(byte[] bytes, int... start) {
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

  /**
   * How well bytes match UTF-8.
   *
   * @param good characters of more than one byte
   * @param bad bytes that begin or continue none
   */
  private record Utf8(int good, int bad, int firstBadLine) {
    static Utf8 count(byte[] bytes) {
      int good = 0;
      int bad = 0;
      int line = 1;
      int firstBadLine = 0;
      int i = 0;
      while (i < bytes.length) {
        int length = length(bytes, i);
        line += bytes[i] == '\n' ? 1 : 0;
        if (length == 0) {
          bad++;
          firstBadLine = firstBadLine == 0 ? line : firstBadLine;
        } else if (length > 1) {
          good++;
        }
        i += Math.max(1, length);
      }
      return new Utf8(good, bad, firstBadLine);
    }

    // The length of the character that begins here; 0 if none does.
    private static int length(byte[] bytes, int at) {
      int lead = bytes[at] & 0xFF;
      int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      if (lead > 0xF4 || at + length > bytes.length) {
        return 0;
      }
      for (int i = 1; i < length; i++) {
        if ((bytes[at + i] & 0xC0) != 0x80) {
          return 0;
        }
      }
      return length;
    }
  }
}
