package com.lotview.worker.pace;

import java.time.Duration;
import java.util.List;

/** No pauses; for tests and measurements. */
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

  @Override
  public List<Spot> path(Spot from, Spot to, Spot within) {
    return List.of();
  }
}
