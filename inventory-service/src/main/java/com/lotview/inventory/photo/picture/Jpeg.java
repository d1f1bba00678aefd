package com.lotview.inventory.photo.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG file, segment by segment. The decoder gets what makes the picture; Exif, XMP, comments,
 * thumbnails, foreign segments and whatever follows the image are dropped. Orientation and colour
 * profile are taken out. A missing end marker is added if the scans are all there.
 */
final class Jpeg {
  // The decoder holds the coefficients of a progressive picture, in memory of its own.
  private static final int PROGRESSIVE_MEGAPIXELS = 25;
  // Each scan of a progressive picture goes over all of it; encoders write about ten.
  private static final int MAX_SCANS = 64;
  private static final int CMYK = 4;

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int SOF2 = 0xC2;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  // Adobe's: how the colours are stored.
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COM = 0xFE;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ByteArrayOutputStream out;
  private final SortedMap<Integer, byte[]> profile = new TreeMap<>();
  private final Scans scans = new Scans();
  private int at;
  private int afterHeader;
  private int width;
  private int height;
  private int components;
  private int orientation = 1;
  private int scanCount;

  private Jpeg(byte[] bytes) {
    this.bytes = bytes;
    this.out = new ByteArrayOutputStream(bytes.length + 64);
  }

  static Source read(byte[] bytes) {
    Jpeg jpeg = new Jpeg(bytes);
    jpeg.walk();
    boolean print = jpeg.components == CMYK;
    return new Source(
        Source.Format.JPEG,
        print ? jpeg.withProfile() : jpeg.out.toByteArray(),
        jpeg.width,
        jpeg.height,
        jpeg.orientation,
        print ? null : jpeg.profile());
  }

  private void walk() {
    at = 2;
    marker(SOI);
    afterHeader = out.size();
    while (true) {
      if (atEndOfScan()) {
        if (!scans.complete()) {
          throw Source.broken();
        }
        finish();
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
    if (scanCount == 0 || width == 0) {
      throw Source.broken();
    }
    marker(EOI);
  }

  // Half an end marker counts as none.
  private boolean atEndOfScan() {
    return scanCount > 0 && (at == bytes.length || (at == bytes.length - 1 && byteAt(at) == 0xFF));
  }

  private int nextMarker() {
    if (byteAt(at) != 0xFF) {
      throw Source.broken();
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
    int from = at + 2;
    int end = at + length;
    if (length < 2 || end > bytes.length || marker == 0 || marker == SOI) {
      throw Source.broken();
    }
    read(marker, from, end);
    if (isKept(marker)) {
      marker(marker);
      out.write(bytes, at, length);
    }
    if (marker == APP0) {
      afterHeader = out.size();
    }
    at = end;
    if (marker == SOS) {
      scan();
    }
  }

  private void read(int marker, int from, int end) {
    if (isFrame(marker)) {
      frame(marker);
    }
    switch (marker) {
      case SOS -> scans.add(Arrays.copyOfRange(bytes, from, end));
      case APP1 -> exif(from, end);
      case APP2 -> profilePart(from, end);
      default -> {}
    }
  }

  private void exif(int from, int end) {
    if (startsWith(EXIF, from, end)) {
      orientation = ExifOrientation.in(Arrays.copyOfRange(bytes, from + EXIF.length, end));
    }
  }

  // A long profile stands in several segments, each with its number.
  private void profilePart(int from, int end) {
    int content = from + PROFILE.length + 2;
    if (startsWith(PROFILE, from, end) && content <= end) {
      profile.putIfAbsent(byteAt(content - 2), Arrays.copyOfRange(bytes, content, end));
    }
  }

  private byte @Nullable [] profile() {
    int size = profile.values().stream().mapToInt(part -> part.length).sum();
    if (size == 0) {
      return null;
    }
    ByteBuffer whole = ByteBuffer.allocate(size);
    profile.values().forEach(whole::put);
    return whole.array();
  }

  // The decoder itself brings CMYK to sRGB, and needs the profile for it.
  private byte[] withProfile() {
    byte[] plain = out.toByteArray();
    ByteArrayOutputStream all = new ByteArrayOutputStream(plain.length);
    all.write(plain, 0, afterHeader);
    profile.forEach((number, part) -> {
      int length = 2 + PROFILE.length + 2 + part.length;
      all.writeBytes(new byte[] {(byte) 0xFF, (byte) APP2, (byte) (length >> 8), (byte) length});
      all.writeBytes(PROFILE);
      all.write(number);
      all.write(profile.size());
      all.writeBytes(part);
    });
    all.write(plain, afterHeader, plain.length - afterHeader);
    return all.toByteArray();
  }

  private static boolean isKept(int marker) {
    return (marker < APP0 || marker > APP15 || marker == APP0 || marker == APP14) && marker != COM;
  }

  private void scan() {
    if (width == 0 || ++scanCount > MAX_SCANS) {
      throw Source.broken();
    }
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

  private void frame(int marker) {
    if (width != 0) {
      throw Source.broken();
    }
    components = byteAt(at + 7);
    scans.frame(components);
    height = byteAt(at + 3) << 8 | byteAt(at + 4);
    width = byteAt(at + 5) << 8 | byteAt(at + 6);
    Source.checkSize(
        width, height, marker == SOF2 ? PROGRESSIVE_MEGAPIXELS : Source.MAX_MEGAPIXELS);
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
      throw Source.broken();
    }
    return bytes[index] & 0xFF;
  }
}
