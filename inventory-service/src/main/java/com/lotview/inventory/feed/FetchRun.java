package com.lotview.inventory.feed;

import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.FeedRun.Cause;
import com.lotview.inventory.feed.FeedRun.State;
import com.lotview.inventory.imports.ImportJob;
import com.lotview.inventory.imports.ImportJobs;
import com.lotview.kit.tenant.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fetches the file of one run and hands it to an import. */
@Component
class FetchRun {
  private static final int MOST_ATTEMPTS = 5;

  private final List<FeedSource> sources;
  private final FeedStore feeds;
  private final RunStore runs;
  private final ImportJobs imports;
  private final SettleRun settle;
  private final TenantTransactions transactions;
  private final FeedProperties properties;
  private final Clock clock;

  FetchRun(
      List<FeedSource> sources,
      FeedStore feeds,
      RunStore runs,
      ImportJobs imports,
      SettleRun settle,
      TenantTransactions transactions,
      FeedProperties properties,
      Clock clock) {
    this.sources = sources;
    this.feeds = feeds;
    this.runs = runs;
    this.imports = imports;
    this.settle = settle;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Performs a run that this process has claimed; ends without an error if another process has it
   * by then.
   */
  Mono<Void> perform(FeedRun run) {
    if (run.attempt() > MOST_ATTEMPTS) {
      return settle.end(
          run, State.FAILED, "The service ended each time that it tried to fetch the feed");
    }
    return Mono.usingWhen(
        Mono.fromCallable(() -> Files.createTempFile("lotview-feed", ""))
            .subscribeOn(Schedulers.boundedElastic()),
        file -> kept(run, fetch(run, file)),
        FetchRun::remove);
  }

  private Mono<Void> fetch(FeedRun run, Path file) {
    return transactions
        .inTenant(run.dealershipId(), feeds.find(run.feedId()))
        .flatMap(feed -> {
          Content known = run.cause() == Cause.ACCEPTED ? null : feed.known().content();
          return source(feed)
              .fetch(feed, known, file)
              .flatMap(found -> taken(feed, run, found, file));
        });
  }

  private FeedSource source(Feed feed) {
    return sources.stream().filter(source -> source.has(feed)).findFirst().orElseThrow();
  }

  private Mono<Void> taken(Feed feed, FeedRun run, FeedSource.Fetched fetched, Path file) {
    return switch (fetched) {
      case FeedSource.Same() -> settle.end(run, State.UNCHANGED, null);
      case FeedSource.Nothing(String reason) -> settle.end(run, State.FAILED, reason);
      case FeedSource.File found -> {
        Content known = feed.known().content();
        boolean same =
            run.cause() != Cause.ACCEPTED
                && known != null
                && known.sha256().equals(found.content().sha256());
        yield same ? settle.end(run, State.UNCHANGED, null) : submit(feed, run, found, file);
      }
    };
  }

  // The import has the run's id, so a repetition after a crash creates the same import.
  private Mono<Void> submit(Feed feed, FeedRun run, FeedSource.File found, Path file) {
    ImportJob.Options options =
        new ImportJob.Options(
            false, feed.rules().missing(), feed.rules().relist(), run.brake(), true);
    ImportJob job =
        ImportJob.submitted(
            run.id(),
            run.dealershipId(),
            run.userId(),
            new ImportJob.Submission(found.name(), found.bytes(), options),
            clock.instant());
    Mono<Void> fenced =
        runs.importing(run, found.bytes(), found.content())
            .flatMap(kept -> kept ? Mono.empty() : Mono.error(new LostException()));
    return imports.submit(job, file, fenced).onErrorComplete(LostException.class);
  }

  private Mono<Void> kept(FeedRun run, Mono<Void> work) {
    Duration beat = properties.lease().dividedBy(3);
    Mono<Boolean> lost =
        Flux.interval(beat)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    transactions.inTenant(run.dealershipId(), runs.extend(run, properties.lease())),
                0)
            .filter(still -> !still)
            .next();
    return Mono.firstWithSignal(work.thenReturn(true), lost).then();
  }

  private static Mono<Void> remove(Path file) {
    return Mono.<Void>fromRunnable(
            () -> {
              try {
                Files.deleteIfExists(file);
              } catch (IOException e) {
                // The folder of temporary files is emptied by the system.
              }
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Another process has the run. */
  private static final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostException() {
      super("another process has the run", null, false, false);
    }
  }
}
