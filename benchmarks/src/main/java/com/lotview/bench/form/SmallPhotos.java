package com.lotview.bench.form;

import com.lotview.form.mapping.OrderPhoto;
import com.lotview.kit.hash.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Small pictures, no two alike. */
public final class SmallPhotos {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  private SmallPhotos() {}

  /** Draws some for a vehicle; the same every time. */
  public static List<OrderPhoto> of(FeedVehicle vehicle, Path folder, int count) {
    return IntStream.range(0, count).mapToObj(view -> draw(vehicle, folder, view)).toList();
  }

  private static OrderPhoto draw(FeedVehicle vehicle, Path folder, int view) {
    String text = vehicle.name() + " " + vehicle.facts().stockNumber() + " view " + view;
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(text.hashCode() & 0x7F7F7F));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(Color.WHITE);
    g.drawString(text, 20, 60 + 40 * view);
    g.fillRoundRect(60 + 30 * view, 160, 300, 120, 80, 80);
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      Path file = Files.createDirectories(folder).resolve(view + ".jpg");
      Files.write(file, out.toByteArray());
      return new OrderPhoto(file, Sha256.hex(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
