package com.lotview.auth.session;

import java.time.Duration;

/** What became of a login. */
public sealed interface LoginOutcome {
  /** The person is in. */
  record SignedIn(Session session) implements LoginOutcome {}

  /** Wrong e-mail or password, or one that may not use the system: not told apart. */
  record Refused() implements LoginOutcome {}

  /** Too many failures; nothing was checked. */
  record Locked(Duration left) implements LoginOutcome {}
}
