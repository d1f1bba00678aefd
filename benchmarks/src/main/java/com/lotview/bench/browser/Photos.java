package com.lotview.bench.browser;

import com.lotview.form.mapping.OrderPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos of three megabytes each, as a camera's: a smooth picture with some noise. */
final class Photos {
  private static final int BYTES = 3 << 20;
  private static final int WIDTH = 2400;
  private static final int HEIGHT = 1600;

  private Photos() {}

  static List<OrderPhoto> make(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<OrderPhoto> photos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] jpeg = filled(picture(new Random(i), i));
      Path file = folder.resolve("photo-" + i + ".jpg");
      Files.write(file, jpeg);
      photos.add(new OrderPhoto(file, sha256(jpeg)));
    }
    return photos;
  }

  private static byte[] picture(Random random, int number) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int noise = random.nextInt(36);
        image.setRGB(
            x,
            y,
            (x * 200 / WIDTH + noise) << 16
                | (y * 200 / HEIGHT + noise) << 8
                | number * 20 + noise);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /** Cameras put previews and notes behind the picture; viewers ignore them. */
  private static byte[] filled(byte[] jpeg) {
    return Arrays.copyOf(jpeg, Math.max(jpeg.length, BYTES));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
