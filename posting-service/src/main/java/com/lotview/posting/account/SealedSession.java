package com.lotview.posting.account;

/**
 * A session as it is kept.
 *
 * @param sealed opens only with the worker's key and the account's context
 * @param version rises with every new session of the account
 */
public record SealedSession(FbAccount account, String sealed, long version) {
  @Override
  public String toString() {
    return "SealedSession[account=" + account.id() + ", version=" + version + "]";
  }
}
