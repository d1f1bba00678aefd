package com.lotview.worker.session;

import com.lotview.contracts.SessionOwner;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores sealed sessions. Blocking; throws {@link Unreachable}. */
public interface SealedSessionStore {
  /** The account's session; empty if there is no such account. */
  Optional<SealedSession> read(UUID dealershipId, UUID accountId);

  /** Whether the account was stated to be this owner's. */
  boolean belongs(UUID dealershipId, UUID accountId, SessionOwner owner);

  /** Replaces the session with this version; does nothing if there is a newer one. */
  void replace(UUID dealershipId, UUID accountId, SealedSession session);

  /** Replaces the seal of the session with this version; does nothing if there is a newer one. */
  void reseal(UUID dealershipId, UUID accountId, SealedSession session);

  /** Accounts of all dealerships by their ids; those after the given one, null: from the first. */
  List<AccountOf> accounts(@Nullable UUID after);

  /** An account and its dealership. */
  record AccountOf(UUID dealershipId, UUID fbAccountId) {}

  /** The store did not answer. */
  final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(Throwable cause) {
      super("Sessions cannot be read: " + cause.getMessage(), cause);
    }
  }
}
