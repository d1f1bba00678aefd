package com.lotview.inventory.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

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
