package com.lotview.inventory.photo.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file whose structure is checked, ready to be decoded: the header is read, no pixel is yet. */
final class Source {
  /** What a file has at most, whatever the format. */
  static final int MAX_MEGAPIXELS = 50;

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final Format format;
  private final byte[] content;
  private final int width;
  private final int height;
  private final int orientation;
  private final byte @Nullable [] profile;

  /**
   * Made by the readers of the formats.
   *
   * @param content what the decoder gets: the parts that make the picture and nothing else
   * @param orientation as in Exif, 1 to 8 (1: upright)
   * @param profile the colour profile of an RGB picture; null if it has none
   */
  Source(
      Format format,
      byte[] content,
      int width,
      int height,
      int orientation,
      byte @Nullable [] profile) {
    this.format = format;
    this.content = content;
    this.width = width;
    this.height = height;
    this.orientation = orientation;
    this.profile = profile;
  }

  /** Formats that are decoded. */
  enum Format {
    JPEG,
    PNG,
    WEBP
  }

  /**
   * Reads the structure.
   *
   * @throws UnusableImageException if it is of no such format, is not whole, or has too many pixels
   */
  static Source of(byte[] bytes) {
    if (startsWith(bytes, JPEG)) {
      return Jpeg.read(bytes);
    }
    if (startsWith(bytes, PNG)) {
      return Png.read(bytes);
    }
    if (text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP")) {
      return WebP.read(bytes);
    }
    throw new UnusableImageException(refusal(bytes));
  }

  Format format() {
    return format;
  }

  byte[] content() {
    return content;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int orientation() {
    return orientation;
  }

  byte @Nullable [] profile() {
    return profile;
  }

  private static String refusal(byte[] bytes) {
    if (!Heif.matches(bytes)) {
      return "is no JPEG, PNG or WebP image";
    }
    return Heif.isAvif(bytes)
        ? "is an AVIF image, which cannot be read; save it as JPEG"
        : "is a HEIC image, which cannot be read; save it as JPEG, or set an iPhone to Settings,"
            + " Camera, Formats, Most Compatible";
  }

  /** Refuses sizes that are invalid or too large to be decoded. */
  static void checkSize(long width, long height, int megapixels) {
    if (width <= 0 || height <= 0) {
      throw new UnusableImageException("has no size");
    }
    if (width > megapixels * 1_000_000L / height) {
      throw new UnusableImageException(
          "has %d x %d pixels; at most %d megapixels are taken"
              .formatted(width, height, megapixels));
    }
  }

  static UnusableImageException broken() {
    return new UnusableImageException("is cut off or damaged");
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  /** Four characters; empty beyond the end. */
  static String text(byte[] bytes, int at) {
    return at + 4 <= bytes.length ? new String(bytes, at, 4, StandardCharsets.ISO_8859_1) : "";
  }
}
