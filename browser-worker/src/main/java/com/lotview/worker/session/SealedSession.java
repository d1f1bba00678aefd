package com.lotview.worker.session;

import org.jspecify.annotations.Nullable;

/**
 * An account's session as the posting service stores it.
 *
 * @param sealedSession null if the account has none
 * @param version counts the sessions of the account
 */
public record SealedSession(@Nullable String sealedSession, long version) {
  @Override
  public String toString() {
    return "SealedSession[version=" + version + "]";
  }
}
