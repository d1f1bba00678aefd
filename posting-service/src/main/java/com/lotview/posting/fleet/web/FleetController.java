package com.lotview.posting.fleet.web;

import static com.lotview.kit.error.RefusalException.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobStart;
import com.lotview.posting.fleet.KnownFleet;
import com.lotview.posting.fleet.StartJob;
import com.lotview.posting.fleet.WorkerReport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For the workers; service tokens only. */
@RestController
class FleetController {
  private static final String DEALERSHIP = "X-Dealership-Id";
  private static final int MOST_BROWSERS = 1_000;

  private final KnownFleet fleet;
  private final StartJob starts;

  FleetController(KnownFleet fleet, StartJob starts) {
    this.fleet = fleet;
    this.starts = starts;
  }

  /** A worker reports its browsers, every few seconds and when one becomes free or busy. */
  @PutMapping("/internal/workers")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> report(@RequestBody Report report) {
    return fleet.report(report.checked());
  }

  /** A worker is about to begin a job. */
  @PostMapping("/internal/job-starts")
  Mono<Answer> start(@RequestHeader(DEALERSHIP) UUID dealershipId, @RequestBody Start start) {
    return starts
        .start(
            AccountRef.of(dealershipId, required("fbAccountId", start.fbAccountId)),
            start.job(),
            required("attempt", start.attempt))
        .map(Answer::of);
  }

  record Report(
      @Nullable String worker,
      @Nullable Integer browsers,
      @Nullable Integer free,
      @Nullable Double secondsPerJob) {

    WorkerReport checked() {
      int all = required("browsers", browsers);
      int idle = required("free", free);
      if (all < 0 || all > MOST_BROWSERS) {
        throw RefusalException.invalid("browsers", "must be 0 to " + MOST_BROWSERS);
      }
      if (idle < 0 || idle > all) {
        throw RefusalException.invalid("free", "must be 0 to browsers");
      }
      if (secondsPerJob != null && !(secondsPerJob > 0)) {
        throw RefusalException.invalid("secondsPerJob", "must be more than 0");
      }
      return new WorkerReport(required("worker", worker), all, idle, secondsPerJob);
    }
  }

  record Start(
      @Nullable String jobId,
      @Nullable String kind,
      @Nullable UUID taskId,
      @Nullable UUID fbAccountId,
      @Nullable Integer attempt) {

    JobRef job() {
      String id = required("jobId", jobId);
      try {
        return new JobRef(
            JobKind.ofPublished(required("kind", kind), id), required("taskId", taskId));
      } catch (IllegalArgumentException e) {
        throw RefusalException.invalid("kind", "is unknown");
      }
    }
  }

  /**
   * @param order as in {@code posting.requested}; absent if it is unchanged since the hand-over
   * @param reason why it does not start
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(boolean start, @Nullable Object order, @Nullable String reason) {
    static Answer of(JobStart start) {
      return switch (start) {
        case JobStart.Go(Object order) -> new Answer(true, order, null);
        case JobStart.Withdrawn(String reason) -> new Answer(false, null, reason);
      };
    }
  }
}
