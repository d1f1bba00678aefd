package com.lotview.auth.session;

/** What became of a refresh. */
public sealed interface RefreshOutcome {
  /** New tokens. */
  record Renewed(Session session) implements RefreshOutcome {}

  /** The token is worth nothing; the reason is for the client. */
  record Rejected(String reason) implements RefreshOutcome {}
}
