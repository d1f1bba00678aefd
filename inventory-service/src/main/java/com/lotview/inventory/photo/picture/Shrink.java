package com.lotview.inventory.photo.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Makes a picture smaller row by row, so that the large one is never held as a second copy. Each
 * pixel becomes the mean of the area that it covers. One thread.
 */
final class Shrink {
  private static final int CHANNELS = 3;

  private final int width;
  private final double across;
  private final double down;
  private final BufferedImage small;
  private final double[] narrow;
  private final double[] sum;
  private int row;
  private int target;

  Shrink(int width, int height, int toWidth, int toHeight) {
    this.width = width;
    this.across = (double) width / toWidth;
    this.down = (double) height / toHeight;
    this.small = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
    this.narrow = new double[toWidth * CHANNELS];
    this.sum = new double[toWidth * CHANNELS];
  }

  /** The whole picture in the given size, which is not larger. */
  static BufferedImage of(BufferedImage image, int toWidth, int toHeight) {
    if (image.getWidth() == toWidth && image.getHeight() == toHeight) {
      return image;
    }
    Shrink shrink = new Shrink(image.getWidth(), image.getHeight(), toWidth, toHeight);
    int[] pixels = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
      shrink.add(pixels);
    }
    return shrink.done();
  }

  /** The next row, from the top. */
  void add(int[] rgb) {
    narrow(rgb);
    double top = row;
    double bottom = ++row;
    while (top < bottom && target < small.getHeight()) {
      double edge = target == small.getHeight() - 1 ? bottom : (target + 1) * down;
      double part = Math.min(bottom, edge) - top;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += narrow[i] * part;
      }
      top += part;
      if (edge <= bottom && target < small.getHeight() - 1) {
        emit();
      } else {
        break;
      }
    }
  }

  private void narrow(int[] rgb) {
    Arrays.fill(narrow, 0);
    for (int x = 0; x < small.getWidth(); x++) {
      double from = x * across;
      double to = Math.min(width, from + across);
      for (int i = (int) from; i < to; i++) {
        double part = Math.min(i + 1.0, to) - Math.max(i, from);
        narrow[x * CHANNELS] += (rgb[i] >> 16 & 0xFF) * part;
        narrow[x * CHANNELS + 1] += (rgb[i] >> 8 & 0xFF) * part;
        narrow[x * CHANNELS + 2] += (rgb[i] & 0xFF) * part;
      }
    }
  }

  private void emit() {
    int[] pixels = new int[small.getWidth()];
    double area = across * down;
    for (int x = 0; x < pixels.length; x++) {
      int rgb = 0;
      for (int channel = 0; channel < CHANNELS; channel++) {
        long value = Math.round(sum[x * CHANNELS + channel] / area);
        rgb = rgb << 8 | Math.clamp(value, 0, 255);
      }
      pixels[x] = rgb;
    }
    small.setRGB(0, target++, pixels.length, 1, pixels, 0, pixels.length);
    Arrays.fill(sum, 0);
  }

  /** The picture; all rows must have come. */
  BufferedImage done() {
    emit();
    return small;
  }
}
