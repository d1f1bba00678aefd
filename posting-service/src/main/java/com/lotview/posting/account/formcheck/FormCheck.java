package com.lotview.posting.account.formcheck;

import com.lotview.posting.account.FbAccount;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dry look at the form of an account: nothing is entered for good and nothing posted.
 *
 * @param error why it has no result
 * @param report what the form showed, once it is done
 * @param picture of the form, in the object store
 */
public record FormCheck(
    AccountRef account,
    UUID id,
    State state,
    int attempts,
    Instant askedAt,
    @Nullable Instant endedAt,
    @Nullable String error,
    JobResult.@Nullable Form report,
    @Nullable String picture) {

  /** How far it is. */
  public enum State {
    /** It waits for the account's turn. */
    WAITING,
    /** A worker looks. */
    RUNNING,
    DONE,
    /** It ended without a result. */
    FAILED,
    /** The site wants the account's owner. */
    NEEDS_LOGIN
  }

  static FormCheck asked(FbAccount account, UUID id, Instant now) {
    return new FormCheck(account.ref(), id, State.WAITING, 0, now, null, null, null, null);
  }

  /** The check as a job. */
  public JobRef job() {
    return new JobRef(JobKind.CHECK_FORM, id);
  }

  FormCheck started() {
    return new FormCheck(account, id, State.RUNNING, attempts + 1, askedAt, null, null, null, null);
  }

  /** Whether that attempt is under way. */
  boolean awaits(JobResult result) {
    return state == State.RUNNING && attempts == result.attempt();
  }

  /** As its worker's answer leaves it. */
  FormCheck ended(JobResult end, Instant now) {
    JobResult.Form form = end.form();
    State found =
        switch (end.outcome()) {
          case VALID -> form == null ? State.FAILED : State.DONE;
          case NEEDS_LOGIN -> State.NEEDS_LOGIN;
          case FAILED, NEEDS_REVIEW, POSTED, REMOVED, EDITED, RENEWED -> State.FAILED;
        };
    return new FormCheck(
        account,
        id,
        found,
        attempts,
        askedAt,
        now,
        found == State.DONE ? null : end.why(),
        found == State.DONE ? form : null,
        picture(end));
  }

  /** Only one that is the check's own: a link is made for it. */
  private @Nullable String picture(JobResult end) {
    String folder = "evidence/" + account.dealershipId() + "/" + id + "/";
    return end.pictures().stream()
        .map(JobResult.Picture::key)
        .filter(key -> key.startsWith(folder))
        .findFirst()
        .orElse(null);
  }
}
