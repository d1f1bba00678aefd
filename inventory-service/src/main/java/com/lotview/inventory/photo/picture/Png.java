package com.lotview.inventory.photo.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A PNG file, chunk by chunk. The decoder gets header, palette, transparency and pixels; of an
 * animation these are the first frame. A missing end marker is added if the pixels are all there.
 */
final class Png {
  private static final int SIGNATURE = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int HEADER_LENGTH = 13;
  private static final byte[] END = {
    0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82
  };
  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT");

  private final byte[] bytes;
  private final ByteBuffer data;
  private final ByteArrayOutputStream out;
  private final PngPixels pixels;
  private int orientation = 1;
  private byte @Nullable [] profile;

  private Png(byte[] bytes) {
    this.bytes = bytes;
    this.data = ByteBuffer.wrap(bytes);
    this.out = new ByteArrayOutputStream(bytes.length);
    this.pixels = PngPixels.of(data, SIGNATURE + 8);
  }

  static Source read(byte[] bytes) {
    boolean header =
        bytes.length >= SIGNATURE + CHUNK_FRAME + HEADER_LENGTH
            && Source.text(bytes, SIGNATURE + 4).equals("IHDR")
            && ByteBuffer.wrap(bytes).getInt(SIGNATURE) == HEADER_LENGTH;
    if (!header) {
      throw Source.broken();
    }
    Png png = new Png(bytes);
    Source.checkSize(png.pixels.width(), png.pixels.height(), Source.MAX_MEGAPIXELS);
    png.walk();
    return new Source(
        Source.Format.PNG,
        png.out.toByteArray(),
        png.pixels.width(),
        png.pixels.height(),
        png.orientation,
        png.profile);
  }

  private void walk() {
    out.write(bytes, 0, SIGNATURE);
    int at = SIGNATURE;
    while (at + CHUNK_FRAME <= bytes.length) {
      long length = data.getInt(at) & 0xFFFFFFFFL;
      String type = Source.text(bytes, at + 4);
      if (at + CHUNK_FRAME + length > bytes.length || type.equals("IEND")) {
        break;
      }
      chunk(type, at, (int) length);
      at += CHUNK_FRAME + (int) length;
    }
    if (!pixels.complete(bytes)) {
      throw Source.broken();
    }
    out.writeBytes(END);
  }

  private void chunk(String type, int at, int length) {
    int from = at + 8;
    if (KEPT.contains(type)) {
      checkSum(at, length);
      out.write(bytes, at, CHUNK_FRAME + length);
    }
    switch (type) {
      case "IDAT" -> pixels.add(from, length);
      case "eXIf" ->
          orientation = ExifOrientation.in(Arrays.copyOfRange(bytes, from, from + length));
      case "iCCP" -> profile = profile(from, length);
      default -> {}
    }
  }

  private void checkSum(int at, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, at + 4, 4 + length);
    if ((int) sum.getValue() != data.getInt(at + 8 + length)) {
      throw Source.broken();
    }
  }

  // After a name and the kind of compression; one that inflates to too much is no profile.
  private byte @Nullable [] profile(int from, int length) {
    int name = from;
    while (name < from + length && bytes[name] != 0) {
      name++;
    }
    int packed = name + 2;
    if (packed >= from + length) {
      return null;
    }
    byte[] room = new byte[Profile.MAX_BYTES + 1];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, packed, from + length - packed);
      int size = inflater.inflate(room);
      return inflater.finished() && size < room.length ? Arrays.copyOf(room, size) : null;
    } catch (DataFormatException e) {
      return null;
    } finally {
      inflater.end();
    }
  }
}
