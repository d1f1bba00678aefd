package com.lotview.auth.user;

import java.util.List;
import java.util.UUID;

/**
 * A mail that another service wants a person to get.
 *
 * @param more how many items are left out
 */
public record RequestedMail(
    UUID userId, UUID dealershipId, String subject, List<Item> items, int more) {

  /**
   * A thing that waits for the person.
   *
   * @param path of the page where it is settled
   */
  public record Item(String title, String text, String path) {}
}
