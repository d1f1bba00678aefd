package com.lotview.worker.session;

import org.jspecify.annotations.Nullable;

/**
 * An account's session as the posting service stores it.
 *
 * @param sealedSession null if the account has none
 * @param version counts the sessions of the account
 * @param unseen it was sealed outside the services: nobody here knows its content
 */
public record SealedSession(@Nullable String sealedSession, long version, boolean unseen) {
  public SealedSession(@Nullable String sealedSession, long version) {
    this(sealedSession, version, false);
  }

  @Override
  public String toString() {
    return "SealedSession[version=" + version + "]";
  }
}
