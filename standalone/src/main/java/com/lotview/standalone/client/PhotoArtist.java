package com.lotview.standalone.client;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;

/**
 * Draws photos of a vehicle for the demo: about half a megabyte each, no two alike, the same for
 * the same vehicle and view. They say that they are drawings.
 */
public final class PhotoArtist {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final String[] VIEWS = {
    "front", "left side", "right side", "rear", "interior", "dashboard", "wheels", "trunk"
  };
  private static final Map<String, Color> PAINT =
      Map.of(
          "white", new Color(0xF2F2F0),
          "black", new Color(0x202124),
          "silver", new Color(0xB9BDC3),
          "gray", new Color(0x7A7E85),
          "grey", new Color(0x7A7E85),
          "red", new Color(0xA3171D),
          "blue", new Color(0x1F4E9E),
          "green", new Color(0x4B5D42),
          "orange", new Color(0xD9641E));

  static {
    // Without this, each picture would leave a file in /tmp.
    ImageIO.setUseCache(false);
  }

  private PhotoArtist() {}

  /** How many different views there are. */
  public static int views() {
    return VIEWS.length;
  }

  /** A JPEG of one view. */
  public static byte[] draw(String vehicle, String color, int view) {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create((long) vehicle.hashCode() * 31 + view);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    ground(g, random);
    car(g, paint(color), 120 + random.nextInt(160), 420 + random.nextInt(80));
    caption(g, vehicle, VIEWS[view % VIEWS.length]);
    g.dispose();
    grain(image, random);
    return jpeg(image);
  }

  private static Color paint(String color) {
    String name = color.toLowerCase(Locale.ROOT);
    return PAINT.entrySet().stream()
        .filter(entry -> name.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new Color(0x8C8477));
  }

  private static void ground(Graphics2D g, RandomGenerator random) {
    Color sky = new Color(150 + random.nextInt(60), 180 + random.nextInt(40), 225);
    g.setPaint(new GradientPaint(0, 0, sky, 0, 700, Color.WHITE));
    g.fillRect(0, 0, WIDTH, 700);
    g.setPaint(new GradientPaint(0, 700, new Color(0x6E6F72), 0, HEIGHT, new Color(0x4A4B4E)));
    g.fillRect(0, 700, WIDTH, HEIGHT - 700);
  }

  private static void car(Graphics2D g, Color paint, int x, int y) {
    Path2D body = new Path2D.Double();
    body.moveTo(x, y + 330);
    body.curveTo(x + 10, y + 200, x + 120, y + 190, x + 280, y + 170);
    body.curveTo(x + 400, y + 20, x + 480, y, x + 680, y);
    body.curveTo(x + 880, y, x + 960, y + 60, x + 1040, y + 170);
    body.curveTo(x + 1200, y + 190, x + 1260, y + 220, x + 1270, y + 330);
    body.closePath();
    g.setPaint(new GradientPaint(x, y, paint.brighter(), x, y + 330f, paint.darker()));
    g.fill(body);
    g.setColor(new Color(0x2B3947));
    g.fillRoundRect(x + 440, y + 40, 210, 120, 60, 60);
    g.fillRoundRect(x + 680, y + 40, 250, 120, 60, 60);
    wheel(g, x + 180, y + 240);
    wheel(g, x + 890, y + 240);
  }

  private static void wheel(Graphics2D g, int x, int y) {
    g.setColor(new Color(0x17181A));
    g.fill(new Ellipse2D.Double(x, y, 190, 190));
    g.setColor(new Color(0xA8ABB0));
    g.setStroke(new BasicStroke(12));
    g.draw(new Ellipse2D.Double(x + 45, y + 45, 100, 100));
  }

  private static void caption(Graphics2D g, String vehicle, String view) {
    g.setColor(new Color(0, 0, 0, 150));
    g.fillRect(0, HEIGHT - 110, WIDTH, 110);
    g.setColor(Color.WHITE);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
    g.drawString(vehicle + ", " + view + " (drawn for the demo)", 40, HEIGHT - 42);
  }

  /** Noise that makes the file as large as a real photo's. */
  private static void grain(BufferedImage image, RandomGenerator random) {
    int[] row = new int[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      image.getRGB(0, y, WIDTH, 1, row, 0, WIDTH);
      for (int x = 0; x < WIDTH; x++) {
        int noise = random.nextInt(13) - 6;
        row[x] =
            channel(row[x] >> 16, noise) << 16
                | channel(row[x] >> 8, noise) << 8
                | channel(row[x], noise);
      }
      image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
    }
  }

  private static int channel(int value, int noise) {
    return Math.clamp((value & 0xFF) + noise, 0, 255);
  }

  private static byte[] jpeg(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
