package com.lotview.auth.challenge;

import java.time.Instant;

/**
 * What a person must answer with a code to be signed in.
 *
 * @param token secret of this login; stored nowhere
 * @param enrol whether the person must set up the second factor first
 */
public record OpenChallenge(String token, Instant expiresAt, boolean enrol) {

  @Override
  public String toString() {
    return "OpenChallenge[expiresAt=" + expiresAt + "]";
  }
}
