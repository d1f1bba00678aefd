package com.lotview.notification.notice.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail to a person.
 *
 * @param more how many items are left out
 */
public record MailRequested(
    UUID userId, UUID dealershipId, String subject, List<Item> items, int more) {
  private static final int MAX_ITEMS = 10;

  /** A mail with the items that wait for a person. */
  static MailRequested of(DueNotices.Person person, List<Item> waiting) {
    List<Item> items = waiting.subList(0, Math.min(MAX_ITEMS, waiting.size()));
    String subject =
        waiting.size() == 1
            ? waiting.getFirst().title()
            : waiting.size() + " things need you in LotView";
    return new MailRequested(
        person.userId(), person.dealershipId(), subject, items, waiting.size() - items.size());
  }

  /**
   * An item that waits.
   *
   * @param path of the dashboard's page where it is settled
   */
  public record Item(String title, String text, String path) {}
}
