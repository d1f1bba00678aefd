package com.lotview.inventory.photo.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** HEIF files, made wrong on purpose. */
public final class HeifFiles {
  private HeifFiles() {}

  /** The file with another primary picture. */
  public static byte[] withPrimary(byte[] file, int item) {
    byte[] other = file.clone();
    ByteBuffer.wrap(other).putShort(at(other, "pitm", 0) + 8, (short) item);
    return other;
  }

  /** The file whose pictures state another size. */
  public static byte[] withSize(byte[] file, int width, int height) {
    byte[] other = file.clone();
    for (int at = at(other, "ispe", 0); at >= 0; at = at(other, "ispe", at + 4)) {
      ByteBuffer.wrap(other).putInt(at + 8, width).putInt(at + 12, height);
    }
    return other;
  }

  static byte[] renamed(byte[] file, String box, String to) {
    return new String(file, StandardCharsets.ISO_8859_1)
        .replace(box, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The file and after it a box with a text that programs pass over. */
  public static byte[] withText(byte[] file, String text) {
    return ByteBuffer.allocate(file.length + 8 + text.length())
        .put(file)
        .putInt(8 + text.length())
        .put("free".getBytes(StandardCharsets.ISO_8859_1))
        .put(text.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  /** The ids of the pictures that are not hidden. */
  static String shown(byte[] file) {
    StringJoiner ids = new StringJoiner(" ");
    ByteBuffer data = ByteBuffer.wrap(file);
    for (int at = at(file, "infe", 0); at >= 0; at = at(file, "infe", at + 4)) {
      boolean hidden = (data.get(at + 7) & 1) == 1;
      if (!hidden && data.get(at + 4) == 2) {
        ids.add(String.valueOf(data.getShort(at + 8)));
      }
    }
    return ids.toString();
  }

  private static int at(byte[] file, String box, int from) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(box, from);
  }
}
