package com.lotview.worker.pace;

import java.time.Duration;

/** No pauses at all: for tests and measurements. */
public final class NoPace implements Pace {

  @Override
  public boolean typesByKey() {
    return false;
  }

  @Override
  public Duration betweenKeys() {
    return Duration.ZERO;
  }

  @Override
  public Duration betweenFields() {
    return Duration.ZERO;
  }
}
