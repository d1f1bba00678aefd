package com.lotview.sandbox.ledger;

import com.lotview.sandbox.ledger.Click.Kind;
import com.lotview.sandbox.ledger.Click.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every decisive click that reached the site and its result, so that a history can be checked
 * without relying on the program that clicked. Stored on disk like the ledger. Thread-safe.
 */
public final class Clicks {
  private final Clock clock;
  private final Journal<Click> journal;
  private final Map<String, Click> byKey = new LinkedHashMap<>();

  /** Opens the clicks of the folder, which must exist. */
  public Clicks(Path folder, Clock clock) {
    this.clock = clock;
    this.journal = new Journal<>(folder.resolve("clicks.jsonl"), Click.class);
    journal.read().forEach(click -> byKey.put(key(click), click));
  }

  /** All clicks, by the time when they first reached the site. */
  public synchronized List<Click> all() {
    return List.copyOf(byKey.values());
  }

  /** The clicks of one account, by the time when they first reached the site. */
  public List<Click> of(String account) {
    return all().stream().filter(click -> click.account().equals(account)).toList();
  }

  /** The page reported a press before its request; a repeated report changes nothing. */
  public synchronized void told(String account, String id, Kind kind, @Nullable String form) {
    byKey.computeIfAbsent(
        account + "/" + id,
        key -> {
          Click click = fresh(account, id, kind, form, Outcome.CLICKED);
          journal.append(click);
          return click;
        });
  }

  /** The request of a press has come; the same request once more is the same click. */
  public synchronized Click arrived(
      String account, String id, Kind kind, @Nullable String form, Interaction hands) {
    Click before = byKey.get(account + "/" + id);
    Click known = before == null ? fresh(account, id, kind, form, Outcome.ARRIVED) : before;
    return keep(known.arrived(clock.instant(), hands));
  }

  /** Stores the result of the press. Later decisions change nothing. */
  public synchronized void decided(
      Click click, Outcome outcome, @Nullable String listing, String answer) {
    Click now = Objects.requireNonNull(byKey.get(key(click)));
    if (!now.decided()) {
      keep(now.decided(outcome, listing, answer, clock.instant()));
    }
  }

  private Click fresh(
      String account, String id, Kind kind, @Nullable String form, Outcome outcome) {
    return new Click(
        id,
        clock.instant(),
        account,
        kind,
        form,
        outcome,
        null,
        null,
        null,
        null,
        Interaction.NONE);
  }

  private Click keep(Click click) {
    journal.append(click);
    byKey.put(key(click), click);
    return click;
  }

  private static String key(Click click) {
    return click.account() + "/" + click.id();
  }
}
