package com.lotview.inventory.photo.picture;

import java.util.HashSet;
import java.util.Set;

/** The size that a HEIF file states of a picture, which is a property of the item. */
final class HeifSize {
  private static final int LONG_INDEXES = 1;

  private HeifSize() {}

  /**
   * Refuses a picture without a size and one that is too large.
   *
   * @param properties the box of all properties and of what they belong to
   */
  static void check(byte[] bytes, Box properties, long item) {
    Set<Integer> own = indexes(bytes, properties.child(bytes, "ipma"), item);
    Box list = properties.child(bytes, "ipco");
    boolean found = false;
    int index = 1;
    for (Box box = list.first(bytes); box != null; box = list.after(bytes, box)) {
      if (box.type().equals("ispe") && own.contains(index)) {
        found = true;
        long width = Box.number(bytes, box.from() + 4, 4);
        long height = Box.number(bytes, box.from() + 8, 4);
        Source.checkSize(width, height, Source.MAX_MEGAPIXELS);
      }
      index++;
    }
    if (!found) {
      throw new UnusableImageException("has no size");
    }
  }

  // Which properties are those of the item, counted from 1.
  private static Set<Integer> indexes(byte[] bytes, Box owners, long item) {
    int idLength = owners.version(bytes) == 0 ? 2 : 4;
    int indexLength = (Box.number(bytes, owners.from() + 3, 1) & LONG_INDEXES) == 0 ? 1 : 2;
    int bits = indexLength == 1 ? 0x7F : 0x7FFF;
    Set<Integer> own = new HashSet<>();
    int at = owners.from() + 8;
    while (at + idLength < owners.to()) {
      boolean wanted = Box.number(bytes, at, idLength) == item;
      int count = (int) Box.number(bytes, at + idLength, 1);
      at += idLength + 1;
      for (int i = 0; i < count; i++) {
        int index = (int) Box.number(bytes, at, indexLength) & bits;
        at += indexLength;
        if (wanted) {
          own.add(index);
        }
      }
    }
    return own;
  }
}
