package com.lotview.auth.session;

import com.lotview.auth.challenge.OpenChallenge;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of a login. */
public sealed interface LoginOutcome {
  /**
   * The person is signed in.
   *
   * @param device secret by which this device is known from now on; null if it keeps its present
   *     one
   */
  record SignedIn(Session session, @Nullable String device) implements LoginOutcome {}

  /** The password was right; a code must follow. */
  record CodeNeeded(OpenChallenge challenge) implements LoginOutcome {}

  /** Wrong e-mail or password, or an inactive person; the response does not say which. */
  record Refused() implements LoginOutcome {}

  /** Too many failures; nothing was checked. */
  record Locked(Duration left) implements LoginOutcome {}
}
