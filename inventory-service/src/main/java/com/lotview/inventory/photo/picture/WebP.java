package com.lotview.inventory.photo.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WebP file, chunk by chunk. Profile and Exif are taken out; texts and foreign chunks are
 * dropped. Of an animation the decoder reads the first frame.
 */
final class WebP {
  /** The decoder holds the whole picture, so the limit is lower than for other formats. */
  private static final int MEGAPIXELS = 16;

  private static final int HEADER = 12;
  private static final int CHUNK_FRAME = 8;
  private static final int EXTENDED_LENGTH = 10;
  // Bits of the extended header: profile, Exif, XMP.
  private static final int DROPPED_FLAGS = 0x20 | 0x08 | 0x04;
  private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

  private final byte[] bytes;
  private final ByteBuffer data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int width;
  private int height;
  private int orientation = 1;
  private int extended = -1;
  private byte @Nullable [] profile;

  private WebP(byte[] bytes) {
    this.bytes = bytes;
    this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static Source read(byte[] bytes) {
    return new WebP(bytes).walk();
  }

  private Source walk() {
    long end = CHUNK_FRAME + (data.getInt(4) & 0xFFFFFFFFL);
    if (end > bytes.length) {
      throw Source.broken();
    }
    int at = HEADER;
    while (at + CHUNK_FRAME <= end) {
      long length = data.getInt(at + 4) & 0xFFFFFFFFL;
      if (at + CHUNK_FRAME + length > end) {
        throw Source.broken();
      }
      chunk(at, (int) length);
      at += CHUNK_FRAME + (int) length + (int) (length & 1);
    }
    Source.checkSize(width, height, MEGAPIXELS);
    return new Source(Source.Format.WEBP, content(), width, height, orientation, profile);
  }

  private void chunk(int at, int length) {
    String type = Source.text(bytes, at);
    int from = at + CHUNK_FRAME;
    size(type, from, length);
    switch (type) {
      case "EXIF" ->
          orientation = ExifOrientation.in(Arrays.copyOfRange(bytes, from, from + length));
      case "ICCP" -> profile = Arrays.copyOfRange(bytes, from, from + length);
      default -> {}
    }
    if (KEPT.contains(type)) {
      int copied = out.size();
      out.write(bytes, at, CHUNK_FRAME + length);
      if ((length & 1) == 1) {
        out.write(0);
      }
      extended = type.equals("VP8X") ? copied + CHUNK_FRAME : extended;
    }
  }

  // The first header counts; a later one must not promise another size.
  private void size(String type, int from, int length) {
    int w = 0;
    int h = 0;
    if (type.equals("VP8X") && length >= EXTENDED_LENGTH) {
      w = 1 + u24(from + 4);
      h = 1 + u24(from + 7);
    } else if (type.equals("VP8L") && length >= 5) {
      int packed = data.getInt(from + 1);
      w = 1 + (packed & 0x3FFF);
      h = 1 + (packed >>> 14 & 0x3FFF);
    } else if (type.equals("VP8 ") && length >= 10) {
      w = data.getShort(from + 6) & 0x3FFF;
      h = data.getShort(from + 8) & 0x3FFF;
    } else {
      return;
    }
    if (width == 0) {
      width = w;
      height = h;
    } else if (w != width || h != height) {
      throw Source.broken();
    }
  }

  private int u24(int at) {
    return (data.getShort(at) & 0xFFFF) | (bytes[at + 2] & 0xFF) << 16;
  }

  private byte[] content() {
    byte[] chunks = out.toByteArray();
    if (extended >= 0) {
      chunks[extended] &= (byte) ~DROPPED_FLAGS;
    }
    return ByteBuffer.allocate(HEADER + chunks.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes, 0, 4)
        .putInt(4 + chunks.length)
        .put(bytes, 8, 4)
        .put(chunks)
        .array();
  }
}
