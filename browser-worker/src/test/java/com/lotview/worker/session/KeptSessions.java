package com.lotview.worker.session;

import com.lotview.contracts.SessionOwner;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions in memory, all of one dealership; a page has two accounts. */
final class KeptSessions implements SealedSessionStore {
  static final UUID DEALERSHIP = new UUID(0, 1);
  private static final int PAGE = 2;

  private final Map<UUID, SealedSession> kept;

  /** Accounts whose reading fails; null: the store answers. */
  @Nullable UUID unreachable;

  /** Whose all accounts are stated to be. */
  @Nullable SessionOwner owner;

  KeptSessions(Map<UUID, SealedSession> kept) {
    this.kept = kept;
  }

  @Override
  public Optional<SealedSession> read(UUID dealershipId, UUID accountId) {
    if (accountId.equals(unreachable)) {
      throw new Unreachable(new IllegalStateException("down"));
    }
    return Optional.ofNullable(kept.get(accountId));
  }

  @Override
  public boolean belongs(UUID dealershipId, UUID accountId, SessionOwner stated) {
    return stated.equals(owner);
  }

  @Override
  public void replace(UUID dealershipId, UUID accountId, SealedSession session) {
    kept.put(accountId, session);
  }

  @Override
  public void reseal(UUID dealershipId, UUID accountId, SealedSession session) {
    kept.computeIfPresent(
        accountId, (id, now) -> now.version() == session.version() ? session : now);
  }

  @Override
  public List<AccountOf> accounts(@Nullable UUID after) {
    return kept.keySet().stream()
        .sorted(Comparator.comparing(UUID::toString))
        .filter(id -> after == null || id.toString().compareTo(after.toString()) > 0)
        .limit(PAGE)
        .map(id -> new AccountOf(DEALERSHIP, id))
        .toList();
  }
}
