package com.lotview.bench.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, set forward. Thread-safe. */
public final class OffsetClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  /** Sets it forward by so much more. */
  public void forward(Duration time) {
    ahead = ahead.plus(time);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Always this clock, because no other zone is needed here. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
