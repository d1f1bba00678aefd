package com.lotview.posting.fleet;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobHandlers;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobStart;
import com.lotview.posting.metrics.PostingMeters;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets a worker begin a job that was handed to the fleet, with the order as it is at that moment.
 * From then on the job cannot be cancelled; until then no work has been done for it.
 */
@Service
public class StartJob {
  private final DispatchQueue waiting;
  private final JobHandlers handlers;
  private final TenantTransactions transactions;
  private final PostingMeters meters;
  private final Clock clock;

  StartJob(
      DispatchQueue waiting,
      JobHandlers handlers,
      TenantTransactions transactions,
      PostingMeters meters,
      Clock clock) {
    this.waiting = waiting;
    this.handlers = handlers;
    this.transactions = transactions;
    this.meters = meters;
    this.clock = clock;
  }

  /** What the worker must do. Repeated requests get the same answer. */
  public Mono<JobStart> start(AccountRef account, JobRef job, int attempt) {
    Instant now = clock.instant();
    Mono<JobStart> work =
        waiting
            .lock(account)
            .then(measure(account, job, attempt, now))
            .then(waiting.begin(account, job.id(), attempt, now))
            .then(Mono.defer(() -> handlers.of(job.kind()).begin(job.id(), attempt, now)))
            .defaultIfEmpty(new JobStart.Withdrawn(DealerTexts.UNKNOWN_JOB));
    return transactions.inTenant(account.dealershipId(), work);
  }

  private Mono<Void> measure(AccountRef account, JobRef job, int attempt, Instant now) {
    return Mono.defer(() -> waiting.handed(account, job.id(), attempt))
        .flatMap(handed -> meters.begun(job.kind().name(), Duration.between(handed, now)));
  }
}
