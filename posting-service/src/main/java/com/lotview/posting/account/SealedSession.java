package com.lotview.posting.account;

/**
 * A session as it is kept.
 *
 * @param sealed opens only with the worker's key and the account's context
 * @param version rises with every new session of the account
 * @param unseen it was sealed outside the services, and no check has seen it yet
 */
public record SealedSession(FbAccount account, String sealed, long version, boolean unseen) {
  @Override
  public String toString() {
    return "SealedSession[account=" + account.id() + ", version=" + version + "]";
  }
}
