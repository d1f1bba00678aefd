package com.lotview.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * A trouble waiting to strike.
 *
 * @param kind what happens
 * @param account whom it strikes; null for everyone
 * @param times how often it still strikes
 * @param seconds how long, for kinds that take a time; else 0
 */
public record Fault(FaultKind kind, @Nullable String account, int times, double seconds) {
  boolean strikes(FaultKind wanted, String visitor) {
    return kind == wanted && (account == null || account.equals(visitor));
  }
}
