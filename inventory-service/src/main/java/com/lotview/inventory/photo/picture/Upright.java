package com.lotview.inventory.photo.picture;

import java.awt.image.BufferedImage;

/** Rotates and mirrors a picture according to its Exif orientation. */
final class Upright {
  private Upright() {}

  /**
   * Turns.
   *
   * @param orientation 1 to 8, as in Exif
   */
  static BufferedImage turn(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    boolean sideways = orientation >= 5;
    int width = sideways ? image.getHeight() : image.getWidth();
    int height = sideways ? image.getWidth() : image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int right = image.getWidth() - 1 - x;
        int below = image.getHeight() - 1 - y;
        int rgb = image.getRGB(x, y);
        switch (orientation) {
          case 2 -> turned.setRGB(right, y, rgb);
          case 3 -> turned.setRGB(right, below, rgb);
          case 4 -> turned.setRGB(x, below, rgb);
          case 5 -> turned.setRGB(y, x, rgb);
          case 6 -> turned.setRGB(below, x, rgb);
          case 7 -> turned.setRGB(below, right, rgb);
          default -> turned.setRGB(y, right, rgb);
        }
      }
    }
    return turned;
  }
}
