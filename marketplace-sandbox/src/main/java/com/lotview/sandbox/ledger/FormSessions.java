package com.lotview.sandbox.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Openings of the form. A page says every second that it is still there, so an opening ends when it
 * was last heard of; a killed browser therefore leaves no ghost. Thread-safe, in memory only.
 */
public final class FormSessions {
  /**
   * One opening of the form in one browser tab.
   *
   * @param id of the opening
   * @param account whose form
   * @param openedAt when the page was served
   * @param lastSeenAt when the page was last heard of
   * @param closed true when the page said good-bye
   */
  public record FormSession(
      String id, String account, Instant openedAt, Instant lastSeenAt, boolean closed) {}

  /** Two openings of one account that were alive at the same time. */
  public record Overlap(String account, String first, String second) {}

  private final Clock clock;
  private final Map<String, FormSession> byId = new LinkedHashMap<>();

  /** No openings yet. */
  public FormSessions(Clock clock) {
    this.clock = clock;
  }

  /** The form was served. */
  public synchronized void open(String id, String account) {
    Instant now = clock.instant();
    byId.put(id, new FormSession(id, account, now, now, false));
  }

  /**
   * The page gave a sign of life, or said good-bye. A good-bye does not count as life: a browser
   * says it after the next page has been served.
   */
  public synchronized void seen(String id, boolean closed) {
    byId.computeIfPresent(
        id,
        (key, session) -> {
          Instant last = closed || session.closed() ? session.lastSeenAt() : clock.instant();
          boolean over = closed || session.closed();
          return new FormSession(id, session.account(), session.openedAt(), last, over);
        });
  }

  /** One opening. */
  public synchronized Optional<FormSession> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All openings, oldest first. */
  public synchronized List<FormSession> all() {
    return List.copyOf(byId.values());
  }

  /** The openings of one account, oldest first. */
  public List<FormSession> of(String account) {
    return all().stream().filter(session -> session.account().equals(account)).toList();
  }

  /**
   * All pairs of openings that were alive together; empty when every account used one at a time.
   */
  public List<Overlap> overlaps() {
    List<FormSession> sessions = all();
    List<Overlap> overlaps = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      for (int j = i + 1; j < sessions.size(); j++) {
        FormSession first = sessions.get(i);
        FormSession second = sessions.get(j);
        if (first.account().equals(second.account())
            && second.openedAt().isBefore(first.lastSeenAt())) {
          overlaps.add(new Overlap(first.account(), first.id(), second.id()));
        }
      }
    }
    return overlaps;
  }

  /** The largest number of openings of the account that were alive at one moment. */
  public int mostAtOnce(String account) {
    List<FormSession> sessions = of(account);
    int most = 0;
    for (FormSession moment : sessions) {
      int alive = 0;
      for (FormSession session : sessions) {
        boolean begun = !session.openedAt().isAfter(moment.openedAt());
        boolean lasting =
            session.lastSeenAt().isAfter(moment.openedAt()) || session.id().equals(moment.id());
        alive += begun && lasting ? 1 : 0;
      }
      most = Math.max(most, alive);
    }
    return most;
  }
}
