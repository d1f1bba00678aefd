package com.lotview.inventory.photo.picture;

import java.util.HashMap;
import java.util.Map;

/**
 * Which coefficients of a JPEG the scans have brought in full. A progressive file that ends between
 * two scans decodes without a fault, yet shows a blurred picture.
 */
final class Scans {
  private static final int COEFFICIENTS = 64;

  private final Map<Integer, boolean[]> components = new HashMap<>();
  private int expected;

  /** The frame's header: how many components there are. */
  void frame(int count) {
    expected = count;
  }

  /** The header of a scan, after its length. */
  void add(byte[] header) {
    int count = header.length == 0 ? 0 : header[0] & 0xFF;
    if (header.length < 4 + 2 * count) {
      throw new UnusableImageException("is cut off or damaged");
    }
    int first = header[1 + 2 * count] & 0xFF;
    int last = Math.min(header[2 + 2 * count] & 0xFF, COEFFICIENTS - 1);
    int lowestBit = header[3 + 2 * count] & 0x0F;
    for (int i = 0; i < count; i++) {
      boolean[] done =
          components.computeIfAbsent(
              header[1 + 2 * i] & 0xFF, component -> new boolean[COEFFICIENTS]);
      for (int k = first; k <= last; k++) {
        done[k] = lowestBit == 0;
      }
    }
  }

  /** Whether every component has all of its coefficients to the last bit. */
  boolean complete() {
    return components.size() == expected && components.values().stream().allMatch(Scans::allDone);
  }

  private static boolean allDone(boolean[] coefficients) {
    for (boolean done : coefficients) {
      if (!done) {
        return false;
      }
    }
    return true;
  }
}
