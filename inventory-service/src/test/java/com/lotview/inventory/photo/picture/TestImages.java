package com.lotview.inventory.photo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
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
    return encoded(drawing(width, height, seed), format);
  }

  static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A file that stands beside the tests. */
  public static byte[] file(String name) {
    try (InputStream in = TestImages.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG of 16 bits a channel, all of one colour. */
  static byte[] deepPng(int width, int height, int red, int green, int blue) {
    ByteBuffer rows = ByteBuffer.allocate(height * (1 + 6 * width));
    for (int y = 0; y < height; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < width; x++) {
        rows.putShort((short) red).putShort((short) green).putShort((short) blue);
      }
    }
    byte[] plain = png(width, height, 1);
    plain[24] = 16;
    plain[25] = 2;
    return withPixels(plain, packed(rows.array(), 1));
  }

  /** A PNG whose pixels inflate to some megabytes of zeros. */
  static byte[] bomb(int width, int height, int megabytes) {
    return withPixels(png(width, height, 1), packed(new byte[1024 * 1024], megabytes));
  }

  private static byte[] packed(byte[] content, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
      for (int i = 0; i < times; i++) {
        packed.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The header of a PNG with other compressed pixels. */
  static byte[] withPixels(byte[] png, byte[] packed) {
    byte[] head = Arrays.copyOf(png, 8 + 12 + 13 + 12);
    byte[] end = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    System.arraycopy(end, 0, head, 8 + 12 + 13, 12);
    return withChunk(sealed(head), "IDAT", packed);
  }

  /** The PNG with the right sum of its header. */
  static byte[] sealed(byte[] png) {
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  /** Where the marker of the frame header stands. */
  static int frame(byte[] jpeg) {
    for (int i = 0; i < jpeg.length - 1; i++) {
      int marker = jpeg[i + 1] & 0xFF;
      if ((jpeg[i] & 0xFF) == 0xFF && (marker == 0xC0 || marker == 0xC2)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No frame");
  }

  /** Many shapes of many colours, as in a photo: no two seeds look alike. */
  static BufferedImage drawing(int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      int w = Math.max(1, random.nextInt(Math.max(1, width / 2)));
      int h = Math.max(1, random.nextInt(Math.max(1, height / 2)));
      pen.fillOval(random.nextInt(width) - w / 2, random.nextInt(height) - h / 2, w, h);
    }
    pen.dispose();
    return image;
  }

  static BufferedImage filled(Color color) {
    BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(color);
    pen.fillRect(0, 0, 800, 600);
    pen.dispose();
    return image;
  }

  /** Two lines of strokes on one colour, as "COMING SOON" has. */
  public static byte[] banner(int seed) {
    BufferedImage image = filled(new Color(0x1F4E9E * seed));
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    for (int line = 0; line < 2; line++) {
      for (int letter = 0; letter < 6; letter++) {
        pen.fillRect(150 + letter * 80, 180 + line * 120, 14, 80);
        pen.fillRect(150 + letter * 80, 180 + line * 120, 50, 14);
      }
    }
    pen.dispose();
    return encoded(image, "jpg");
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

  /** A JPEG of a quality, 0 to 1. */
  static byte[] quality(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    return encode(image, writer, how);
  }

  private static byte[] encode(BufferedImage image, int progressiveMode) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(progressiveMode);
    return encode(image, writer, how);
  }

  private static byte[] encode(BufferedImage image, ImageWriter writer, ImageWriteParam how) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
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

  /** The profile as the content of a PNG chunk. */
  static byte[] pngProfile() {
    return pngProfile(profile());
  }

  static byte[] pngProfile(byte[] profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("wide\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
      packed.write(profile);
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

  public static BufferedImage decode(byte[] bytes) {
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
    byte[] place = "GPS 37.7749 N 122.4194 W".getBytes(StandardCharsets.US_ASCII);
    byte[] turn = exif(6);
    return ByteBuffer.allocate(turn.length + place.length).put(turn).put(place).array();
  }

  /** Exif with an orientation and nothing else, as the content of a segment. */
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4)
        .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
