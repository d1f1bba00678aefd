package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected Facebook account, without its session.
 *
 * @param accountRef the account's number, masked except for its end: enough to recognise one's own
 * @param state as stored; {@link #stateAt} adds the rest, which ends by itself
 * @param lastCheckedAt when the session was last seen to work or not to
 * @param restingUntil the end of the latest rest, also one that is over
 */
public record FbAccount(
    UUID id,
    UUID dealershipId,
    String label,
    String accountRef,
    AccountState state,
    @Nullable Instant lastCheckedAt,
    @Nullable Instant restingUntil,
    Instant createdAt) {

  /** Its name beside its dealership. */
  public AccountRef ref() {
    return new AccountRef(new DealershipId(dealershipId), new FbAccountId(id));
  }

  /** The state at that moment. */
  public AccountState stateAt(Instant now) {
    return state == AccountState.VALID && restEndAt(now) != null ? AccountState.RESTING : state;
  }

  /** The end of the rest; null if none goes on at that moment. */
  public @Nullable Instant restEndAt(Instant now) {
    return restingUntil != null && restingUntil.isAfter(now) ? restingUntil : null;
  }
}
