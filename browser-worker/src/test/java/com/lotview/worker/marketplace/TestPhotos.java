package com.lotview.worker.marketplace;

import com.lotview.form.mapping.OrderPhoto;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;

/** Photos made for a test, each different. */
public final class TestPhotos {

  private TestPhotos() {}

  public static List<OrderPhoto> make(Path folder, int count) throws IOException {
    List<OrderPhoto> photos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, 40 * i + 20, Color.HSBtoRGB(i / 20f, 1, 1));
      }
      Path file = folder.resolve("photo-" + i + ".jpg");
      ImageIO.write(image, "jpg", file.toFile());
      photos.add(new OrderPhoto(file, sha256(file)));
    }
    return photos;
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
