package com.lotview.worker.session;

import org.jspecify.annotations.Nullable;

/**
 * What the posting service keeps of an account's session.
 *
 * @param sealedSession null if the account has none
 * @param version counts what the account has been given
 */
public record SealedSession(@Nullable String sealedSession, long version) {
  @Override
  public String toString() {
    return "SealedSession[version=" + version + "]";
  }
}
