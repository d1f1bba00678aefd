package com.lotview.inventory.photo;

import com.lotview.kit.hash.Sha256;
import java.util.Arrays;

/**
 * An image that is whole, of a taken format and size, without private data. Made without decoding
 * it: header and structure are read, the pixels are kept bit by bit.
 */
public final class CleanImage {
  private static final long MAX_PIXELS = 40_000_000;
  private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final PhotoFile file;
  private final byte[] content;

  private CleanImage(PhotoFile file, byte[] content) {
    this.file = file;
    this.content = content;
  }

  /**
   * Checks and cleans.
   *
   * @throws UnusableImageException if this is no whole JPEG or PNG of at most 40 megapixels
   */
  public static CleanImage of(byte[] bytes) {
    if (startsWith(bytes, JPEG_MAGIC)) {
      Jpeg jpeg = Jpeg.read(bytes);
      return clean(PhotoFormat.JPEG, jpeg.width(), jpeg.height(), jpeg.content());
    }
    if (startsWith(bytes, PNG_MAGIC)) {
      Png png = Png.read(bytes);
      return clean(PhotoFormat.PNG, png.width(), png.height(), png.content());
    }
    throw new UnusableImageException("is neither a JPEG nor a PNG image");
  }

  private static CleanImage clean(PhotoFormat format, int width, int height, byte[] content) {
    return new CleanImage(
        new PhotoFile(format.contentType(), Sha256.hex(content), content.length, width, height),
        content);
  }

  static void checkSize(int width, int height) {
    if (width <= 0 || height <= 0) {
      throw new UnusableImageException("has no size");
    }
    if ((long) width * height > MAX_PIXELS) {
      throw new UnusableImageException(
          "has " + width + " x " + height + " pixels; at most 40 megapixels are taken");
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  public PhotoFile file() {
    return file;
  }

  public PhotoFormat format() {
    return file.contentType().equals(PhotoFormat.PNG.contentType())
        ? PhotoFormat.PNG
        : PhotoFormat.JPEG;
  }

  /** The bytes to store; not copied, not to be changed. */
  public byte[] content() {
    return content;
  }
}
