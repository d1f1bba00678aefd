package com.lotview.worker.marketplace.page;

import java.time.Duration;

/** A guard that records whether it was asked: from then on a click may have happened. */
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
