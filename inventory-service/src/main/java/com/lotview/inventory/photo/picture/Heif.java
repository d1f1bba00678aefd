package com.lotview.inventory.photo.picture;

import java.util.HashSet;
import java.util.Set;

/**
 * A HEIF file (HEIC, AVIF), box by box: its primary picture and that picture's size. Another
 * program decodes it. That program takes every picture that is not hidden and copies Exif and XMP,
 * so all others are hidden, and metadata gets a type that no program knows.
 */
public final class Heif {
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final Set<String> AVIF = Set.of("avif", "avis");
  private static final Set<String> ANY = Set.of("mif1", "msf1", "mif2", "mif3", "miaf");
  private static final Set<String> METADATA = Set.of("Exif", "mime", "uri ");
  private static final byte[] UNKNOWN = {'n', 'o', 'n', 'e'};
  private static final int MOST_BRANDS = 64;
  private static final int HIDDEN = 1;

  private final byte[] bytes;
  private final long primary;
  private boolean named;

  private Heif(byte[] bytes, long primary) {
    this.bytes = bytes;
    this.primary = primary;
  }

  /** Whether the first bytes are those of a HEIF picture; names do not count. */
  public static boolean matches(byte[] bytes) {
    Set<String> brands = brands(bytes);
    return isAvif(bytes) || contains(brands, HEIC) || contains(brands, ANY);
  }

  static boolean isAvif(byte[] bytes) {
    Set<String> brands = brands(bytes);
    return contains(brands, AVIF) && !contains(brands, HEIC);
  }

  private static boolean contains(Set<String> brands, Set<String> some) {
    return some.stream().anyMatch(brands::contains);
  }

  private static Set<String> brands(byte[] bytes) {
    Set<String> brands = new HashSet<>();
    if (!Source.text(bytes, 4).equals("ftyp")) {
      return brands;
    }
    brands.add(Source.text(bytes, 8));
    long end = Math.min(Box.u32(bytes, 0), 16 + 4L * MOST_BRANDS);
    for (int at = 16; at + 4 <= end; at += 4) {
      brands.add(Source.text(bytes, at));
    }
    return brands;
  }

  /**
   * A copy of the file for the program that decodes it, with the primary picture only.
   *
   * @throws UnusableImageException if it is not whole, has no picture, or has too many pixels
   */
  public static byte[] primaryOnly(byte[] bytes) {
    byte[] copy = bytes.clone();
    Box meta = meta(copy).full();
    Box item = meta.child(copy, "pitm");
    long primary = Box.number(copy, item.from() + 4, item.version(copy) == 0 ? 2 : 4);
    Heif file = new Heif(copy, primary);
    HeifSize.check(copy, meta.child(copy, "iprp"), primary);
    file.hide(meta.child(copy, "iinf"));
    if (!file.named) {
      throw Source.broken();
    }
    return copy;
  }

  // Bytes that are no box may follow the picture; the boxes that make it must be whole.
  private static Box meta(byte[] bytes) {
    Box found = null;
    Box all = new Box("", 0, bytes.length);
    for (Box box = all.first(bytes); box != null; box = all.after(bytes, box)) {
      boolean cut = box.to() > bytes.length;
      if (cut && (box.type().equals("meta") || box.type().equals("mdat"))) {
        throw Source.broken();
      }
      if (box.type().equals("meta")) {
        if (found != null) {
          throw Source.broken();
        }
        found = box;
      }
    }
    if (found == null) {
      throw new UnusableImageException("has no picture in it");
    }
    return found;
  }

  private void hide(Box items) {
    int count = items.version(bytes) == 0 ? 2 : 4;
    Box list = new Box(items.type(), items.from() + 4 + count, items.to());
    for (Box item = list.first(bytes); item != null; item = list.after(bytes, item)) {
      if (item.type().equals("infe") && item.version(bytes) >= 2) {
        int id = item.version(bytes) == 2 ? 2 : 4;
        hide(item, Box.number(bytes, item.from() + 4, id), item.from() + 4 + id + 2);
      }
    }
  }

  private void hide(Box item, long id, int type) {
    if (type + 4 > Math.min(item.to(), bytes.length)) {
      throw Source.broken();
    }
    int flags = item.from() + 3;
    if (id == primary) {
      named = true;
      bytes[flags] = (byte) (bytes[flags] & ~HIDDEN);
    } else if (METADATA.contains(Source.text(bytes, type))) {
      System.arraycopy(UNKNOWN, 0, bytes, type, UNKNOWN.length);
    } else {
      bytes[flags] = (byte) (bytes[flags] | HIDDEN);
    }
  }
}
