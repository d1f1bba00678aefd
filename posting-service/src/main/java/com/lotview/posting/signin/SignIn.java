package com.lotview.posting.signin;

import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in by live view.
 *
 * @param accountId the account of the browser, or the future account
 * @param label the account's
 * @param userId who asked for it last
 * @param reason why it ended without a session; of an open CONTINUE, what its job waits for
 * @param state as stored; {@link #stateAt} knows that its time can be over
 * @param workerUrl where the browser is; null until there is one
 * @param fbAccountId who signed in; null until then
 * @param until when it ends at the latest
 */
public record SignIn(
    UUID id,
    UUID dealershipId,
    UUID accountId,
    Purpose purpose,
    String label,
    @Nullable UUID userId,
    State state,
    @Nullable String reason,
    @Nullable String workerUrl,
    @Nullable UUID fbAccountId,
    Instant createdAt,
    Instant until) {
  /** What it is for. */
  public enum Purpose {
    /** The account that signs in is connected. */
    CONNECT,
    /** An account of the dealership gets a new session. */
    RENEW,
    /** A job of the account stopped at a page that only its owner gets past, and waits. */
    CONTINUE
  }

  /** How far it is. */
  public enum State {
    /** For a free browser. */
    WAITING,
    /** There is a browser to be looked at. */
    OPEN,
    SIGNED_IN,
    FAILED,
    CANCELLED;

    /** Whether it is over. */
    public boolean ended() {
      return this != WAITING && this != OPEN;
    }
  }

  /** The state at that moment. */
  public State stateAt(Instant now) {
    return state.ended() || until.isAfter(now) ? state : State.FAILED;
  }

  /** The reason to show beside its state. */
  public @Nullable String reasonAt(Instant now) {
    return state.ended() || until.isAfter(now) ? reason : DealerTexts.SIGN_IN_TOO_LATE;
  }

  /** Whether it can still end with a session. */
  boolean openAt(Instant now) {
    return !stateAt(now).ended();
  }
}
