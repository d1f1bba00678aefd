package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.job.ReviewCause;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.marketplace.page.PostingOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What this worker measures of its work; names and meanings are in {@code docs/metrics.md}. */
public final class FleetMeters {
  private static final Duration[] OF_A_RUN = {
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15)
  };
  private static final Duration[] OF_A_START = {
    Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30)
  };

  private final MeterRegistry meters;
  private final Counter leasesLost;
  private final Map<String, AtomicLong> matched = new ConcurrentHashMap<>();

  public FleetMeters(MeterRegistry meters) {
    this.meters = meters;
    // From the start on: Prometheus sees no increase in a counter that appears with its first
    // count.
    this.leasesLost =
        Counter.builder("lotview.leases.lost")
            .description("Leases that this worker lost while it worked")
            .register(meters);
    starts(true);
    starts(false);
  }

  /**
   * A job has its result.
   *
   * @param language of the form map that was in use; empty: none was
   */
  void ended(JobOrder order, JobResult result, String language) {
    Counter.builder("lotview.jobs.ended")
        .description("Jobs that have their result")
        .tag("kind", order.kind().name())
        .tag("outcome", result.outcome().name())
        .tag("cause", result.code() == null ? "NONE" : result.code().name())
        .register(meters)
        .increment();
    review(order, result);
    String field = result.field();
    if (result.outcome() == Outcome.FAILED && field != null) {
      Counter.builder("lotview.form.stops")
          .description("Jobs that ended at a field of the form")
          .tag("field", field)
          .tag("language", named(language))
          .register(meters)
          .increment();
    }
  }

  private void review(JobOrder order, JobResult result) {
    ReviewCause cause = result.review();
    if (cause != null) {
      Counter.builder("lotview.jobs.review")
          .description("Jobs whose result a person must review")
          .tag("kind", order.kind().name())
          .tag("cause", cause.tag())
          .register(meters)
          .increment();
    }
  }

  /** A field of a published listing could not be read on its page. */
  void unread(PostingOutcome.Unread one) {
    Counter.builder("lotview.listing.unread")
        .description("Fields that could not be read on the page of a published listing")
        .tag("field", one.field())
        .tag("language", one.language())
        .register(meters)
        .increment();
  }

  /** A run ended. */
  void ended(RunPurpose purpose, RunEnd end, Duration after) {
    Timer.builder("lotview.runs")
        .description("Runs of browsers, from the lease to their end")
        .tag("purpose", purpose.name())
        .tag("end", end.name())
        .serviceLevelObjectives(OF_A_RUN)
        .register(meters)
        .record(after);
  }

  void leaseLost() {
    leasesLost.increment();
  }

  /** Times the start of a browser. */
  <T> T start(Supplier<T> browser) {
    long begin = meters.config().clock().monotonicTime();
    boolean started = false;
    try {
      T result = browser.get();
      started = true;
      return result;
    } finally {
      long took = meters.config().clock().monotonicTime() - begin;
      starts(started).record(took, TimeUnit.NANOSECONDS);
    }
  }

  private Timer starts(boolean started) {
    return Timer.builder("lotview.browsers.start")
        .description("Starts of browsers, with the wait for memory")
        .tag("result", started ? "started" : "failed")
        .serviceLevelObjectives(OF_A_START)
        .register(meters);
  }

  /** A label of the form was gone, and another one was used. */
  void healed(String field, String language) {
    Counter.builder("lotview.form.heals")
        .description("Labels of the form that were gone and were replaced")
        .tag("field", field)
        .tag("language", named(language))
        .register(meters)
        .increment();
  }

  /** A form is filled; if no label had to be replaced, its form map is as the site. */
  void filled(Heals heals) {
    if (heals.all().isEmpty() && !heals.language().isEmpty()) {
      matched
          .computeIfAbsent(heals.language(), this::matchedAt)
          .set(meters.config().clock().wallTime());
    }
  }

  private AtomicLong matchedAt(String language) {
    AtomicLong at = new AtomicLong();
    TimeGauge.builder("lotview.form.matched.timestamp", at::get, TimeUnit.MILLISECONDS)
        .description("When a form of that language was last filled without a replaced label")
        .tag("language", language)
        .register(meters);
    return at;
  }

  private static String named(String language) {
    return language.isEmpty() ? "none" : language;
  }
}
