package com.lotview.inventory.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images drawn for tests; each seed gives other pixels. */
public final class TestImages {
  private TestImages() {}

  public static byte[] jpeg(int width, int height, int seed) {
    return encode(width, height, seed, "jpg");
  }

  public static byte[] png(int width, int height, int seed) {
    return encode(width, height, seed, "png");
  }

  private static byte[] encode(int width, int height, int seed, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(seed * 2654435));
    pen.fillRect(0, 0, width / 2, height);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG in several scans, each of which sharpens the whole. */
  static byte[] progressive(int width, int height, int seed) {
    return encode(picture(width, height, seed), ImageWriteParam.MODE_DEFAULT);
  }

  /** A JPEG without plain areas: every byte of it counts. */
  static byte[] noise(int width, int height, int seed) {
    return encode(picture(width, height, seed), ImageWriteParam.MODE_DISABLED);
  }

  private static BufferedImage picture(int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private static byte[] encode(BufferedImage image, int progressiveMode) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(progressiveMode);
      writer.setOutput(to);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Where the marker of the last scan stands. */
  static int lastScan(byte[] jpeg) {
    for (int i = jpeg.length - 2; i > 0; i--) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
        return i;
      }
    }
    throw new IllegalArgumentException("No scan");
  }

  /** A colour profile that is not sRGB. */
  static byte[] profile() {
    return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
  }

  /** The profile as the content of one APP2 segment. */
  static byte[] profileSegment(byte[] profile) {
    return ByteBuffer.allocate(14 + profile.length)
        .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 1)
        .put(profile)
        .array();
  }

  /** The profile of a JPEG, as viewers find it. */
  static byte[] profileOf(byte[] jpeg) {
    String text = new String(jpeg, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("ICC_PROFILE");
    int length = (jpeg[at - 2] & 0xFF) << 8 | (jpeg[at - 1] & 0xFF);
    return Arrays.copyOfRange(jpeg, at + 14, at - 2 + length);
  }

  /** The profile as the content of a PNG chunk. */
  static byte[] pngProfile() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("wide\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
      packed.write(profile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The PNG with a chunk put in after its header. */
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    int header = 8 + 12 + 13;
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    return ByteBuffer.allocate(png.length + 12 + content.length)
        .put(png, 0, header)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) crc.getValue())
        .put(png, header, png.length - header)
        .array();
  }

  static BufferedImage decode(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JPEG with a segment put in after its start. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    return ByteBuffer.allocate(jpeg.length + content.length + 4)
        .put(jpeg, 0, 2)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** Exif that says "turn to the right", and beside it where the photo was taken. */
  static byte[] exifWithPlace() {
    byte[] segment = ExifOrientation.segment(6);
    byte[] place = "GPS 37.7749 N 122.4194 W".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(segment.length - 4 + place.length)
        .put(segment, 4, segment.length - 4)
        .put(place)
        .array();
  }
}
