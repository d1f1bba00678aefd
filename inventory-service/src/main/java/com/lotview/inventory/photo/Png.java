package com.lotview.inventory.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A PNG file, chunk by chunk. Cleaning drops texts, Exif and times, and whatever follows the image;
 * pixels and the colour profile (iCCP, sRGB, gAMA, cHRM) stay as they are.
 */
final class Png {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_FRAME = 12;
  private static final byte[] END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82
  };
  private static final Set<String> PRIVATE = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

  private final byte[] content;
  private final int width;
  private final int height;

  private Png(byte[] content, int width, int height) {
    this.content = content;
    this.width = width;
    this.height = height;
  }

  static Png read(byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    if (bytes.length < SIGNATURE + CHUNK_FRAME + 13 || !"IHDR".equals(type(bytes, SIGNATURE))) {
      throw broken();
    }
    int width = data.getInt(SIGNATURE + 8);
    int height = data.getInt(SIGNATURE + 12);
    CleanImage.checkSize(width, height);
    return new Png(withoutPrivate(bytes, data), width, height);
  }

  private static byte[] withoutPrivate(byte[] bytes, ByteBuffer data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, SIGNATURE);
    PngPixels pixels = new PngPixels();
    int at = SIGNATURE;
    while (at + CHUNK_FRAME <= bytes.length) {
      long length = data.getInt(at) & 0xFFFFFFFFL;
      if (at + CHUNK_FRAME + length > bytes.length) {
        break;
      }
      int size = CHUNK_FRAME + (int) length;
      String type = type(bytes, at);
      if ("IEND".equals(type)) {
        if (pixels.none()) {
          throw broken();
        }
        out.writeBytes(END);
        return out.toByteArray();
      }
      if ("IDAT".equals(type)) {
        pixels.add(at + 8, (int) length);
      }
      if (!PRIVATE.contains(type)) {
        out.write(bytes, at, size);
      }
      at += size;
    }
    // No end marker: the picture is whole if the stream of its pixels has ended.
    if (!pixels.complete(bytes)) {
      throw broken();
    }
    out.writeBytes(END);
    return out.toByteArray();
  }

  private static String type(byte[] bytes, int chunk) {
    return new String(bytes, chunk + 4, 4, StandardCharsets.ISO_8859_1);
  }

  private static UnusableImageException broken() {
    return new UnusableImageException("is cut off or damaged");
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] content() {
    return content;
  }
}
