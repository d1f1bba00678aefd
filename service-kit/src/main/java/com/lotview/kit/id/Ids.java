package com.lotview.kit.id;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUID version 7 (RFC 9562): sortable by creation time, so that indexes grow at their end. Within
 * one process the values rise strictly. Thread-safe.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  // 48 bits of milliseconds and 12 bits of a counter, as one number that only rises.
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /** A new identifier. */
  public static UUID next() {
    long now = System.currentTimeMillis() << 12;
    long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
    long high = (stamp >>> 12 << 16) | 0x7000L | (stamp & 0xFFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
