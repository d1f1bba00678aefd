package com.lotview.inventory.photo.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a picture looks like, however it is encoded or sized: the signs of its 64 lowest frequencies
 * (a perceptual hash, by which it is searched), its mean colour, and its brightness in a grid (by
 * which it is compared).
 *
 * @param hash a bit for each frequency of the brightness, set if it is above the median
 * @param color the mean colour, RGB
 * @param grid 16 by 16 cells, a character each, from {@code 0} (black) in 64 steps
 * @param plain whether nearly all of it is of one or two colours, as of a logo or a banner of text
 */
public record Look(long hash, int color, String grid, boolean plain) {
  // Measured on variants of quality 30 and of a quarter of the size: at most 2 bits and 1 step.
  private static final int SAME_BITS = 6;
  private static final int SAME_COLOR = 12;
  private static final int SAME_STEPS = 2;

  private static final int GRID = 16;
  private static final int LEVELS_A_STEP = 4;
  private static final int SIDE = 32;
  private static final int LOW = 8;
  private static final int PLAIN_SIDE = 64;
  private static final double PLAIN_ONE = 0.80;
  private static final double PLAIN_TWO = 0.96;
  private static final double[][] COSINES = cosines();

  static Look of(BufferedImage image) {
    int[] rgb = pixels(image, SIDE);
    return new Look(
        hash(rgb), mean(rgb), grid(pixels(image, GRID)), plain(pixels(image, PLAIN_SIDE)));
  }

  /** Whether both show the same picture. */
  public boolean same(Look other) {
    return Long.bitCount(hash ^ other.hash) <= SAME_BITS
        && near(color >> 16, other.color >> 16)
        && near(color >> 8, other.color >> 8)
        && near(color, other.color)
        && steps(other) <= SAME_STEPS;
  }

  /** The largest difference of two cells of the grid. */
  int steps(Look other) {
    int most = 0;
    for (int i = 0; i < grid.length(); i++) {
      most = Math.max(most, Math.abs(grid.charAt(i) - other.grid.charAt(i)));
    }
    return most;
  }

  private static boolean near(int a, int b) {
    return Math.abs((a & 0xFF) - (b & 0xFF)) <= SAME_COLOR;
  }

  private static int[] pixels(BufferedImage image, int side) {
    int width = Math.min(side, image.getWidth());
    int height = Math.min(side, image.getHeight());
    BufferedImage small = Shrink.of(image, width, height);
    int[] rgb = new int[side * side];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = small.getRGB(i % side * width / side, i / side * height / side);
    }
    return rgb;
  }

  private static long hash(int[] rgb) {
    double[] low = lowFrequencies(rgb);
    double[] sorted = Arrays.copyOfRange(low, 1, low.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long hash = 0;
    for (double frequency : low) {
      hash = hash << 1 | (frequency > median ? 1 : 0);
    }
    return hash;
  }

  // Two-dimensional discrete cosine transform, of which only the lowest are needed.
  private static double[] lowFrequencies(int[] rgb) {
    double[] low = new double[LOW * LOW];
    for (int v = 0; v < LOW; v++) {
      for (int u = 0; u < LOW; u++) {
        double sum = 0;
        for (int i = 0; i < rgb.length; i++) {
          sum += brightness(rgb[i]) * COSINES[u][i % SIDE] * COSINES[v][i / SIDE];
        }
        low[v * LOW + u] = sum;
      }
    }
    return low;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[LOW][SIDE];
    for (int u = 0; u < LOW; u++) {
      for (int x = 0; x < SIDE; x++) {
        cosines[u][x] = Math.cos((2 * x + 1) * u * Math.PI / (2 * SIDE));
      }
    }
    return cosines;
  }

  private static double brightness(int rgb) {
    return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
  }

  private static String grid(int[] rgb) {
    StringBuilder grid = new StringBuilder(rgb.length);
    for (int pixel : rgb) {
      grid.append((char) ('0' + (int) brightness(pixel) / LEVELS_A_STEP));
    }
    return grid.toString();
  }

  private static int mean(int[] rgb) {
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      long sum = 0;
      for (int pixel : rgb) {
        sum += pixel >> shift & 0xFF;
      }
      color |= (int) (sum / rgb.length) << shift;
    }
    return color;
  }

  private static boolean plain(int[] rgb) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : rgb) {
      counts.merge(pixel & 0xF0F0F0, 1, Integer::sum);
    }
    int[] most =
        counts.values().stream().sorted((a, b) -> b - a).limit(2).mapToInt(i -> i).toArray();
    double one = (double) most[0] / rgb.length;
    double two = one + (most.length > 1 ? (double) most[1] / rgb.length : 0);
    return one >= PLAIN_ONE || two >= PLAIN_TWO;
  }
}
