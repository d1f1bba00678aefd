package com.lotview.inventory.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text: by its byte order mark, else UTF-8, else windows-1252. */
final class FileText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private FileText() {}

  static String of(byte[] bytes) {
    String text = decode(bytes);
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableFileException("is not a text file");
    }
    return text;
  }

  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw new UnreadableFileException(
          "is an archive or an Excel workbook; save it as CSV and send that");
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
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
}
