package com.lotview.auth.session;

/** The result of a refresh. */
public sealed interface RefreshOutcome {
  /** New tokens. */
  record Renewed(Session session) implements RefreshOutcome {}

  /** The token is not valid; the reason is for the client. */
  record Rejected(String reason) implements RefreshOutcome {}
}
