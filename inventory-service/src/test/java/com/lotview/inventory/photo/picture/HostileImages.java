package com.lotview.inventory.photo.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Malicious pictures, by name. */
public final class HostileImages {
  private static final int MB = 1024 * 1024;

  private HostileImages() {}

  /** All of them. */
  public static Map<String, byte[]> all() {
    byte[] jpeg = TestImages.jpeg(64, 48, 1);
    byte[] png = TestImages.png(30, 20, 3);
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("PNG header of 50,000 x 50,000", sized(png, 50_000, 50_000));
    all.put("PNG header of 7,000 x 7,000 and few pixels", sized(png, 7_000, 7_000));
    all.put("PNG that inflates to 1.5 GB", TestImages.bomb(100, 100, 1_500));
    all.put("PNG with a profile that inflates to 300 MB", profileBomb(png));
    all.put("PNG with a text that inflates to 300 MB", textBomb(png));
    all.put("JPEG header of 65,500 x 65,500", sizedJpeg(jpeg, 65_500, 65_500));
    all.put("JPEG header of 7,000 x 7,000 and few pixels", sizedJpeg(jpeg, 7_000, 7_000));
    all.put("JPEG cut off", Arrays.copyOf(jpeg, jpeg.length / 2));
    all.put("JPEG of a thousand scans", scans());
    all.put("JPEG with 60 MB of segments", segments(jpeg));
    all.put("JPEG with an Exif that points to itself", loopingExif(jpeg));
    all.put("WebP of 16,383 x 16,383", webp());
    all.put("GIF of 100,000 frames", gif());
    all.put("SVG", text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
    all.put("HEIC named JPEG", text("\0\0\0\24ftypheic\0\0\0\0mif1"));
    all.put("PDF", text("%PDF-1.7\n1 0 obj\n"));
    all.put("HTML", text("<html><script>alert(1)</script></html>"));
    all.put("TIFF", text("II*\0\10\0\0\0\377\377"));
    all.put("BMP of 65,535 x 65,535", text("BM\0\0\0\0\0\0\0\0\66\0\0\0\50\0\0\0\377\377\0\0"));
    all.put("zeros", new byte[5 * MB]);
    all.put("nothing", new byte[0]);
    all.put("JPEG and zip in one", join(jpeg, text("PK\3\4 evil PK\5\6")));
    all.put("JPEG and JavaScript in one", script(jpeg));
    all.put("PNG and HTML in one", join(png, text("<html><script>alert(1)</script>")));
    return all;
  }

  private static byte[] sized(byte[] png, int width, int height) {
    byte[] other = png.clone();
    ByteBuffer.wrap(other).putInt(16, width).putInt(20, height);
    return TestImages.sealed(other);
  }

  private static byte[] sizedJpeg(byte[] jpeg, int width, int height) {
    byte[] other = jpeg.clone();
    int frame = TestImages.frame(other);
    ByteBuffer.wrap(other).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    return other;
  }

  private static byte[] profileBomb(byte[] png) {
    return TestImages.withChunk(png, "iCCP", join(text("p\0\0"), zeros(300)));
  }

  private static byte[] textBomb(byte[] png) {
    return TestImages.withChunk(png, "zTXt", join(text("Comment\0\0"), zeros(300)));
  }

  private static byte[] zeros(int megabytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      byte[] one = new byte[MB];
      for (int i = 0; i < megabytes; i++) {
        deflater.write(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] scans() {
    byte[] jpeg = TestImages.progressive(160, 120, 5);
    int scan = TestImages.lastScan(jpeg);
    byte[] last = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < 1_000; i++) {
      out.writeBytes(last);
    }
    out.write(0xFF);
    out.write(0xD9);
    return out.toByteArray();
  }

  private static byte[] segments(byte[] jpeg) {
    byte[] segment = new byte[65_535];
    segment[0] = (byte) 0xFF;
    segment[1] = (byte) 0xEB;
    ByteBuffer.wrap(segment).putShort(2, (short) 65_533);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    for (int i = 0; i < 920; i++) {
      out.writeBytes(segment);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] loopingExif(byte[] jpeg) {
    byte[] exif = text("Exif\0\0MM\0*\0\0\0\10\377\377\1\22\0\3\377\377\377\377\0\0\0\10");
    return TestImages.withSegment(jpeg, 0xE1, exif);
  }

  private static byte[] webp() {
    return text(
        "RIFF\40\0\0\0WEBPVP8X\12\0\0\0\0\0\0\0\376\77\0\376\77\0VP8L\5\0\0\0\57\376\377\377\17");
  }

  private static byte[] gif() {
    byte[] frame = text("!\371\4\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text("GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377"));
    for (int i = 0; i < 100_000; i++) {
      out.writeBytes(frame);
    }
    return out.toByteArray();
  }

  // A comment of JavaScript around the picture: a page that loads it as a script would run it.
  private static byte[] script(byte[] jpeg) {
    return join(
        TestImages.withSegment(jpeg, 0xFE, text("*/=alert(1);/*")),
        text("*/alert(document.cookie)"));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
