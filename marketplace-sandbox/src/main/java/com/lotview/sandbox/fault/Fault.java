package com.lotview.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * A trouble waiting to strike.
 *
 * @param kind what happens
 * @param account whom it strikes; null for everyone
 * @param at when it strikes; null for the kind's usual moments
 * @param times how often it still strikes
 * @param seconds how long, for kinds that take a time; else 0
 * @param stays true when its page blocks the account until a person has passed it
 * @param field the form's field that it is about, for kinds that take one; else null
 * @param text what that field is called then; null for no name
 */
public record Fault(
    FaultKind kind,
    @Nullable String account,
    @Nullable Moment at,
    int times,
    double seconds,
    boolean stays,
    @Nullable String field,
    @Nullable String text) {
  boolean meant(FaultKind wanted, String visitor) {
    return kind == wanted && (account == null || account.equals(visitor));
  }

  Fault usedOnce() {
    return new Fault(kind, account, at, times - 1, seconds, stays, field, text);
  }

  boolean lasts() {
    return stays || kind.staysByItself();
  }

  /** Waits as long as it says. */
  void sleep() {
    try {
      Thread.sleep(millis());
    } catch (InterruptedException e) {
      // The site is closing: delayed requests are lost, as on the real site.
      Thread.currentThread().interrupt();
      throw new IllegalStateException("closed while a request was held back", e);
    }
  }

  long millis() {
    return Math.round(seconds * 1000);
  }
}
