package com.lotview.worker.session;

import java.util.Optional;
import java.util.UUID;

/** Stores sealed sessions. Blocking; throws {@link Unreachable}. */
public interface SealedSessionStore {
  /** The account's session; empty if there is no such account. */
  Optional<SealedSession> read(UUID dealershipId, UUID accountId);

  /** Replaces the session with this version; does nothing if there is a newer one. */
  void replace(UUID dealershipId, UUID accountId, SealedSession session);

  /** The store did not answer. */
  final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(Throwable cause) {
      super("Sessions cannot be read: " + cause.getMessage(), cause);
    }
  }
}
