package com.lotview.worker.marketplace.page;

import java.time.Duration;

/** Passes a guard on, and knows whether it was asked: from then on a click may have been given. */
public final class WatchedGuard implements ClickGuard {

  private final ClickGuard guard;
  private boolean asked;

  public WatchedGuard(ClickGuard guard) {
    this.guard = guard;
  }

  @Override
  public Duration permit() {
    asked = true;
    return guard.permit();
  }

  public boolean asked() {
    return asked;
  }
}
