package com.lotview.inventory.feed;

import com.lotview.inventory.feed.Feed.Known;
import com.lotview.inventory.feed.FeedRun.Cause;
import com.lotview.inventory.feed.FeedRun.State;
import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.ImportStore;
import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends runs, updates the health of their feed, and decides whether people are notified. */
@Component
class SettleRun {
  private static final Duration TRY_AGAIN = Duration.ofMinutes(15);

  private final FeedStore feeds;
  private final RunStore runs;
  private final ImportStore imports;
  private final FeedEvents events;
  private final TenantTransactions transactions;
  private final FeedProperties properties;
  private final Clock clock;

  SettleRun(
      FeedStore feeds,
      RunStore runs,
      ImportStore imports,
      FeedEvents events,
      TenantTransactions transactions,
      FeedProperties properties,
      Clock clock) {
    this.feeds = feeds;
    this.runs = runs;
    this.imports = imports;
    this.events = events;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  /** Ends a run that has no import; nothing happens if another process has it. */
  Mono<Void> end(FeedRun run, State state, @Nullable String reason) {
    return transactions.inTenant(
        run.dealershipId(),
        feeds
            .lock(run.feedId())
            .flatMap(feed -> ended(feed, run, new Verdict(state, reason, null, feed.known()))));
  }

  /** Ends a run whose import is over. */
  Mono<Void> imported(FeedRun run) {
    return transactions.inTenant(
        run.dealershipId(),
        feeds
            .lock(run.feedId())
            .flatMap(feed ->
                imports
                    .find(run.id())
                    .flatMap(job -> judge(feed, run, job))
                    .flatMap(verdict -> ended(feed, run, verdict))));
  }

  /** Nothing has come for a feed of the drop folder; raises the alarm if it is late. */
  Mono<Void> nothingCame(Feed seen) {
    return transactions.inTenant(
        seen.dealershipId(),
        feeds
            .lock(seen.id())
            .flatMap(feed ->
                save(
                    feed,
                    feed.with(feed.health().late(clock.instant(), feed.schedule()), feed.known()),
                    null,
                    "No file has come since " + feed.health().cameAt() + ".")));
  }

  /**
   * How a run ends.
   *
   * @param known what is known of the feed from then on
   */
  private record Verdict(
      State state, @Nullable String reason, @Nullable Difference difference, Known known) {}

  private Mono<Verdict> judge(Feed feed, FeedRun run, ImportJob job) {
    return switch (job.state()) {
      case REFUSED ->
          Mono.just(new Verdict(State.FAILED, "The file " + job.refusal(), null, feed.known()));
      case CANCELLED -> Mono.just(new Verdict(State.CANCELLED, null, null, feed.known()));
      case DONE, WAITING, RUNNING -> done(feed, run, job);
    };
  }

  private Mono<Verdict> done(Feed feed, FeedRun run, ImportJob job) {
    return Mono.zip(runs.said(job.id()), imports.about(job.id()))
        .map(found -> {
          Said said =
              new Said(
                  found.getT1().warned(),
                  found.getT2().columns().stream().map(UnknownColumn::column).toList());
          Difference difference = Difference.between(feed.known(), job.rows(), said);
          String halved = halved(feed, run, job);
          return halved == null
              ? new Verdict(
                  State.DONE, null, difference, new Known(run.content(), job.rows(), said))
              : new Verdict(State.HELD, halved, difference, feed.known());
        });
  }

  // Null: it has not.
  private static @Nullable String halved(Feed feed, FeedRun run, ImportJob job) {
    int held = job.counts().held();
    if (held > 0) {
      return held + " vehicles are missing, more than half of the stock. Nothing was archived.";
    }
    Integer before = feed.known().rows();
    boolean half = before != null && job.rows() * 2L < before;
    return half && run.cause() != Cause.ACCEPTED
        ? "The feed has " + job.rows() + " vehicles; before it had " + before + "."
        : null;
  }

  private Mono<Void> ended(Feed feed, FeedRun run, Verdict verdict) {
    return runs.end(run, verdict.state(), verdict.reason(), verdict.difference())
        .filter(ended -> ended)
        .flatMap(ended -> {
          String reason = verdict.reason();
          Feed judged = feed.with(health(feed, verdict.state()), verdict.known());
          Feed after =
              verdict.state() == State.FAILED && !feed.isDrop()
                  ? judged.dueBy(clock.instant().plus(TRY_AGAIN))
                  : judged;
          return save(feed, after, run, reason == null ? "" : reason);
        });
  }

  private Health health(Feed feed, State state) {
    Instant now = clock.instant();
    return switch (state) {
      case DONE, UNCHANGED -> feed.health().came(now);
      case HELD -> feed.health().halved(now);
      case FAILED -> feed.health().failed(now, feed.schedule(), properties.failures());
      case FETCHING, IMPORTING, ACCEPTED, CANCELLED -> feed.health();
    };
  }

  private Mono<Void> save(Feed before, Feed after, @Nullable FeedRun run, String reason) {
    if (after.equals(before)) {
      return Mono.empty();
    }
    boolean tell = after.health().alarm() != before.health().alarm();
    return feeds.update(after).then(tell ? events.health(after, run, reason) : Mono.empty());
  }
}
