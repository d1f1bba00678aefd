package com.lotview.sandbox.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Openings of the form, for a new listing or for an edit. A page reports every second that it is
 * still there, and an opening ends with its last report, so a killed browser leaves no open form.
 * Its last request is a sign of life too, and its success ends the opening. Thread-safe, in memory
 * only.
 */
public final class FormSessions {
  /** How often a page reports that it is there. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  /**
   * One opening of the form in one browser tab.
   *
   * @param id of the opening
   * @param account whose form
   * @param openedAt when the page was served
   * @param lastSeenAt when the page last reported
   * @param closed true when the page reported its end, or got the answer that its listing was
   *     stored
   */
  public record FormSession(
      String id, String account, Instant openedAt, Instant lastSeenAt, boolean closed) {
    private FormSession seen(Instant at, boolean over) {
      Instant last = closed || at.isBefore(lastSeenAt) ? lastSeenAt : at;
      return new FormSession(id, account, openedAt, last, closed || over);
    }
  }

  /** Two openings of one account that were alive at the same time. */
  public record Overlap(String account, String first, String second) {}

  private final Clock clock;
  private final Map<String, FormSession> byId = new LinkedHashMap<>();
  private final Map<String, List<String>> idsByAccount = new HashMap<>();

  /** No openings yet. */
  public FormSessions(Clock clock) {
    this.clock = clock;
  }

  /** The form was served. */
  public synchronized void open(String id, String account) {
    Instant now = clock.instant();
    byId.put(id, new FormSession(id, account, now, now, false));
    idsByAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(id);
  }

  /**
   * The page sent a sign of life, or reported its end. The end does not count as a sign of life,
   * because a browser sends it after the next page has been served.
   */
  public synchronized void seen(String id, boolean closed) {
    Instant now = clock.instant();
    byId.computeIfPresent(
        id, (key, session) -> session.seen(closed ? session.lastSeenAt() : now, closed));
  }

  /**
   * The form's last request was answered. If the answer took at most one interval, the sender was
   * still waiting; if it took longer, only the page's own reports show whether it is still there.
   *
   * @param arrived when the request came
   * @param over true when the answer was good, so that the form is done with
   */
  public synchronized void answered(String id, Instant arrived, boolean over) {
    Instant now = clock.instant();
    Instant latest = arrived.plus(BEAT);
    byId.computeIfPresent(
        id, (key, session) -> session.seen(now.isBefore(latest) ? now : latest, over));
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
  public synchronized List<FormSession> of(String account) {
    List<FormSession> sessions = new ArrayList<>();
    for (String id : idsByAccount.getOrDefault(account, List.of())) {
      find(id).ifPresent(sessions::add);
    }
    return sessions;
  }

  /**
   * All pairs of openings that were alive together; empty when every account used one at a time.
   */
  public synchronized List<Overlap> overlaps() {
    List<Overlap> overlaps = new ArrayList<>();
    idsByAccount.keySet().forEach(account -> overlaps.addAll(overlaps(account)));
    return overlaps;
  }

  /** The pairs of one account's openings that were alive together. */
  public List<Overlap> overlaps(String account) {
    List<Overlap> overlaps = new ArrayList<>();
    List<FormSession> alive = new ArrayList<>();
    for (FormSession session : of(account)) {
      alive.removeIf(earlier -> !session.openedAt().isBefore(earlier.lastSeenAt()));
      alive.forEach(earlier -> overlaps.add(new Overlap(account, earlier.id(), session.id())));
      alive.add(session);
    }
    return overlaps;
  }

  /** The largest number of openings of the account that were alive at one moment. */
  public int mostAtOnce(String account) {
    int most = 0;
    List<FormSession> alive = new ArrayList<>();
    for (FormSession session : of(account)) {
      alive.removeIf(earlier -> !session.openedAt().isBefore(earlier.lastSeenAt()));
      alive.add(session);
      most = Math.max(most, alive.size());
    }
    return most;
  }
}
