package com.lotview.sandbox.fault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks that block an account at every page and request until a person has passed them.
 * Thread-safe, in memory only.
 */
public final class Gates {
  private final Map<String, FaultKind> byAccount = new ConcurrentHashMap<>();

  /** Blocks the account from now on. */
  public void put(String account, FaultKind kind) {
    byAccount.put(account, kind);
  }

  /** The check that blocks the account. */
  public Optional<FaultKind> of(String account) {
    return Optional.ofNullable(byAccount.get(account));
  }

  /** The person has passed the check of that kind. */
  public void pass(String account, FaultKind kind) {
    byAccount.remove(account, kind);
  }

  /** Removes all checks that block the account. */
  public void lift(String account) {
    byAccount.remove(account);
  }
}
