package com.lotview.posting.watch;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The watch over an account's listings: its current or latest look, and when the next one begins
 * automatically.
 *
 * @param id of the look; the job's name over its attempts
 * @param zone of the dealership, as far as it is known
 * @param others listings of the account that this system did not make, as of the last look
 * @param error why the last look has no result
 */
public record AccountWatch(
    AccountRef account,
    UUID id,
    State state,
    int attempts,
    Instant nextAt,
    ZoneId zone,
    @Nullable Instant askedAt,
    @Nullable Instant endedAt,
    @Nullable Integer others,
    @Nullable String error) {

  /** How far a look is. */
  public enum State {
    /** There was none yet. */
    NONE,
    /** It waits for the account's turn. */
    WAITING,
    /** A worker looks. */
    RUNNING,
    DONE,
    /** It ended without a result. */
    FAILED;

    /** Whether a look is under way. */
    public boolean isLooking() {
      return this == WAITING || this == RUNNING;
    }
  }

  static AccountWatch first(AccountRef account, UUID id, Instant nextAt, ZoneId zone) {
    return new AccountWatch(account, id, State.NONE, 0, nextAt, zone, null, null, null, null);
  }

  AccountWatch asked(UUID newId, Instant now) {
    return new AccountWatch(
        account, newId, State.WAITING, 0, nextAt, zone, now, endedAt, others, null);
  }

  AccountWatch started() {
    return new AccountWatch(
        account, id, State.RUNNING, attempts + 1, nextAt, zone, askedAt, endedAt, others, null);
  }

  /** Whether that attempt is under way. */
  boolean awaits(JobResult result) {
    return state == State.RUNNING && attempts == result.attempt();
  }

  /** The look as a job. */
  public JobRef job() {
    return new JobRef(JobKind.LOOK, id);
  }

  AccountWatch done(int othersSeen, Instant now, Instant next) {
    return new AccountWatch(
        account, id, State.DONE, attempts, next, zone, askedAt, now, othersSeen, null);
  }

  AccountWatch failed(String why, Instant now, Instant next) {
    return new AccountWatch(
        account, id, State.FAILED, attempts, next, zone, askedAt, now, others, why);
  }

  AccountWatch in(ZoneId newZone) {
    return new AccountWatch(
        account, id, state, attempts, nextAt, newZone, askedAt, endedAt, others, error);
  }

  AccountWatch idle(Instant next) {
    return new AccountWatch(
        account, id, State.NONE, attempts, next, zone, askedAt, endedAt, others, error);
  }
}
