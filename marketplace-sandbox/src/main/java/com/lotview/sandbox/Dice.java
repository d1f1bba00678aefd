package com.lotview.sandbox;

import java.util.Random;

/** The sandbox's only source of chance; the same seed gives the same sequence. Thread-safe. */
public final class Dice {
  private final Random random;

  /** Dice with their own sequence. */
  public Dice(long seed) {
    this.random = new Random(seed);
  }

  /** A number of exactly the given count of digits, without a leading zero. */
  public String digits(int count) {
    StringBuilder text = new StringBuilder().append(1 + random.nextInt(9));
    while (text.length() < count) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  /** Letters and digits of the given length. */
  public String token(int length) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** A number from 0 to below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A seed for one page load. */
  public int seed() {
    return random.nextInt(Integer.MAX_VALUE);
  }
}
