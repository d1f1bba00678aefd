package com.lotview.posting.posting.submit;

import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes markers: {@code LV-} and five characters that are hard to confuse. */
@Component
class Markers {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 5;
  private static final String PREFIX = "LV-";

  /** As long as every marker. */
  static final String LIKE = PREFIX + "X".repeat(LENGTH);

  private final RandomGenerator chance;

  Markers(RandomGenerator chance) {
    this.chance = chance;
  }

  /** A marker, of 33 million; the database refuses one that the dealership has had. */
  String next() {
    StringBuilder marker = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      marker.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return marker.toString();
  }
}
