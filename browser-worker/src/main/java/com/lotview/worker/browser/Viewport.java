package com.lotview.worker.browser;

import java.util.random.RandomGenerator;

/** The size of the page in a window, in pixels. */
public record Viewport(int width, int height) {

  private static final int SPREAD_PIXELS = 50;

  /** 1920x1080, each side varied by up to 50 pixels; the same seed gives the same size. */
  public static Viewport varied(RandomGenerator random) {
    return new Viewport(
        1920 + random.nextInt(-SPREAD_PIXELS, SPREAD_PIXELS + 1),
        1080 + random.nextInt(-SPREAD_PIXELS, SPREAD_PIXELS + 1));
  }
}
