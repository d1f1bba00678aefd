package com.lotview.worker.marketplace;

import java.time.Duration;

/** Passes a guard on, and knows whether it was asked: from then on a click may have been given. */
final class WatchedGuard implements ClickGuard {

  private final ClickGuard guard;
  private boolean asked;

  WatchedGuard(ClickGuard guard) {
    this.guard = guard;
  }

  @Override
  public Duration permit() {
    asked = true;
    return guard.permit();
  }

  boolean asked() {
    return asked;
  }
}
