package com.lotview.posting.account;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's current or latest check whether its session still works.
 *
 * @param id of the check; the job's name over its attempts
 * @param nextAt when the next one begins automatically
 * @param error why it has no result, if it failed
 */
public record SessionCheck(
    AccountRef account,
    UUID id,
    State state,
    int attempts,
    Instant nextAt,
    @Nullable Instant askedAt,
    @Nullable Instant endedAt,
    @Nullable String error) {

  /** How far a check is, and what it found. */
  public enum State {
    /** There was none yet. */
    NONE,
    /** It waits for the account's turn. */
    WAITING,
    /** A worker looks. */
    RUNNING,
    VALID,
    NEEDS_LOGIN,
    /** It ended without a result. */
    FAILED;

    /** Whether a check is under way. */
    public boolean isChecking() {
      return this == WAITING || this == RUNNING;
    }
  }

  public static SessionCheck none(AccountRef account, UUID id, Instant nextAt) {
    return new SessionCheck(account, id, State.NONE, 0, nextAt, null, null, null);
  }

  SessionCheck asked(UUID newId, Instant now) {
    return new SessionCheck(account, newId, State.WAITING, 0, nextAt, now, null, null);
  }

  SessionCheck started() {
    return new SessionCheck(account, id, State.RUNNING, attempts + 1, nextAt, askedAt, null, null);
  }

  /** Whether that attempt is under way. */
  boolean awaits(JobResult result) {
    return state == State.RUNNING && attempts == result.attempt();
  }

  /** The check as a job. */
  public JobRef job() {
    return new JobRef(JobKind.CHECK_SESSION, id);
  }

  SessionCheck ended(State found, @Nullable String why, Instant now, Instant next) {
    return new SessionCheck(account, id, found, attempts, next, askedAt, now, why);
  }

  /** The same with another time for the next check. */
  public SessionCheck postponed(Instant next) {
    return new SessionCheck(account, id, state, attempts, next, askedAt, endedAt, error);
  }
}
