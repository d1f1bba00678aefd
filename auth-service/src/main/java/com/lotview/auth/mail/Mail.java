package com.lotview.auth.mail;

import java.util.UUID;

/**
 * A mail to one person.
 *
 * @param text plain text; may hold a one-time link, so it is never logged
 */
public record Mail(UUID id, UUID dealershipId, String to, String subject, String text) {

  @Override
  public String toString() {
    return "Mail[id=" + id + ", subject=" + subject + "]";
  }
}
