package com.lotview.posting.signin;

import java.time.Instant;

/**
 * What opens a live view, once.
 *
 * @param text a secret; goes to the person who asked and nowhere else
 */
public record LiveTicket(SignIn signIn, String text, Instant expiresAt) {
  @Override
  public String toString() {
    return "LiveTicket[signIn=" + signIn.id() + "]";
  }
}
