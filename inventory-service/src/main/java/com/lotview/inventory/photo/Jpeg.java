package com.lotview.inventory.photo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JPEG file, segment by segment. Cleaning drops the segments APP1 to APP13 (Exif with the place,
 * XMP, maker notes, thumbnails), comments, and whatever follows the image; pixels stay as they are.
 *
 * <p>The colour profile (ICC, in APP2) stays whatever it is: without it, a photo of a wide colour
 * space looks pale. Converting to sRGB would encode the pixels anew and lose quality.
 */
final class Jpeg {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP13 = 0xED;
  private static final int APP2 = 0xE2;
  private static final int COM = 0xFE;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ByteArrayOutputStream out;
  private int at;
  private int width;
  private int height;
  private int orientation = 1;
  private boolean scanSeen;
  private final Scans scans = new Scans();

  private Jpeg(byte[] bytes) {
    this.bytes = bytes;
    this.out = new ByteArrayOutputStream(bytes.length + 64);
  }

  static Jpeg read(byte[] bytes) {
    Jpeg jpeg = new Jpeg(bytes);
    jpeg.walk();
    return jpeg;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] content() {
    byte[] clean = out.toByteArray();
    if (orientation == 1) {
      return clean;
    }
    // Without this one harmless value, a photo taken upright would lie on its side.
    byte[] turn = ExifOrientation.segment(orientation);
    int afterHeader = 2 + (clean.length > 5 && (clean[3] & 0xFF) == APP0 ? 2 + u16(clean, 4) : 0);
    byte[] turned = new byte[clean.length + turn.length];
    System.arraycopy(clean, 0, turned, 0, afterHeader);
    System.arraycopy(turn, 0, turned, afterHeader, turn.length);
    System.arraycopy(
        clean, afterHeader, turned, afterHeader + turn.length, clean.length - afterHeader);
    return turned;
  }

  private void walk() {
    at = 2;
    marker(SOI);
    while (true) {
      if (atEndOfScan()) {
        mend();
        return;
      }
      int marker = nextMarker();
      if (marker == EOI) {
        finish();
        return;
      }
      if (standsAlone(marker)) {
        marker(marker);
      } else {
        segment(marker);
      }
    }
  }

  private void finish() {
    if (!scanSeen || width == 0) {
      throw broken();
    }
    marker(EOI);
  }

  // Half an end marker counts as none.
  private boolean atEndOfScan() {
    return scanSeen && (at == bytes.length || (at == bytes.length - 1 && byteAt(at) == 0xFF));
  }

  private void mend() {
    if (!scans.complete()) {
      throw broken();
    }
    finish();
    if (!Decoding.isWhole(out.toByteArray())) {
      throw broken();
    }
  }

  private int nextMarker() {
    if (byteAt(at) != 0xFF) {
      throw broken();
    }
    // Any number of FF may stand before a marker.
    while (byteAt(at) == 0xFF) {
      at++;
    }
    return byteAt(at++);
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
  }

  private void segment(int marker) {
    int length = byteAt(at) << 8 | byteAt(at + 1);
    int end = at + length;
    if (length < 2 || end > bytes.length || marker == 0 || marker == SOI) {
      throw broken();
    }
    if (isFrame(marker)) {
      frame();
    }
    if (marker == SOS) {
      scans.add(Arrays.copyOfRange(bytes, at + 2, end));
    }
    if (marker == APP1 && startsWith(EXIF, at + 2, end)) {
      orientation = ExifOrientation.in(Arrays.copyOfRange(bytes, at + 2 + EXIF.length, end));
    }
    if (isKept(marker, at + 2, end)) {
      marker(marker);
      out.write(bytes, at, length);
    }
    at = end;
    if (marker == SOS) {
      scan();
    }
  }

  private boolean isKept(int marker, int from, int end) {
    if (marker == APP2) {
      return startsWith(PROFILE, from, end);
    }
    return (marker < APP1 || marker > APP13) && marker != COM;
  }

  private void scan() {
    if (width == 0) {
      throw broken();
    }
    scanSeen = true;
    int start = at;
    // In the scan FF 00 is a data byte and FF D0..D7 are restarts; any other marker ends it.
    while (at < bytes.length) {
      if (byteAt(at) == 0xFF) {
        int next = at + 1 < bytes.length ? byteAt(at + 1) : EOI;
        if (next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
          break;
        }
      }
      at++;
    }
    out.write(bytes, start, at - start);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private void frame() {
    scans.frame(byteAt(at + 7));
    height = byteAt(at + 3) << 8 | byteAt(at + 4);
    width = byteAt(at + 5) << 8 | byteAt(at + 6);
    CleanImage.checkSize(width, height);
  }

  private boolean startsWith(byte[] name, int from, int end) {
    return end - from >= name.length
        && Arrays.equals(bytes, from, from + name.length, name, 0, name.length);
  }

  private void marker(int marker) {
    out.write(0xFF);
    out.write(marker);
  }

  private int byteAt(int index) {
    if (index >= bytes.length) {
      throw broken();
    }
    return bytes[index] & 0xFF;
  }

  private static int u16(byte[] bytes, int index) {
    return (bytes[index] & 0xFF) << 8 | (bytes[index + 1] & 0xFF);
  }

  private static UnusableImageException broken() {
    return new UnusableImageException("is cut off or damaged");
  }
}
