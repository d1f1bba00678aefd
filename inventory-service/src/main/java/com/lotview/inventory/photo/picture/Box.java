package com.lotview.inventory.photo.picture;

import org.jspecify.annotations.Nullable;

/**
 * A box of a HEIF file.
 *
 * @param from where its content begins
 * @param to where it ends; of a file that is cut off, beyond the last byte
 */
record Box(String type, int from, long to) {
  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;
  private static final int VERSION = 4;

  /** The first box inside; null if there is none. */
  @Nullable Box first(byte[] bytes) {
    return at(bytes, from);
  }

  /** The next box inside. */
  @Nullable Box after(byte[] bytes, Box one) {
    return at(bytes, one.to);
  }

  private @Nullable Box at(byte[] bytes, long start) {
    if (start + HEADER > Math.min(to, bytes.length)) {
      return null;
    }
    int at = (int) start;
    long length = u32(bytes, at);
    int header = HEADER;
    if (length == 1 && start + LONG_HEADER <= bytes.length) {
      length = number(bytes, at + HEADER, 8);
      header = LONG_HEADER;
    }
    long end = length == 0 ? to : start + length;
    if ((length != 0 && length < header) || end < start) {
      throw Source.broken();
    }
    return new Box(Source.text(bytes, at + 4), at + header, end);
  }

  /** The first box of a type inside, which must be there and whole. */
  Box child(byte[] bytes, String wanted) {
    for (Box box = first(bytes); box != null; box = after(bytes, box)) {
      if (box.type.equals(wanted) && box.to <= to) {
        return box;
      }
    }
    throw Source.broken();
  }

  /** A box of boxes without its version and flags. */
  Box full() {
    return new Box(type, from + VERSION, to);
  }

  int version(byte[] bytes) {
    return (int) number(bytes, from, 1);
  }

  static long u32(byte[] bytes, int at) {
    return number(bytes, at, 4);
  }

  /** An unsigned number. */
  static long number(byte[] bytes, int at, int length) {
    if (at < 0 || at + length > bytes.length) {
      throw Source.broken();
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }
}
