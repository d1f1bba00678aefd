package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ReviewCause;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.port.EvidenceStore;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.marketplace.page.PostingOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the context of each run. */
public record RunContexts(
    WorkerId worker,
    FleetRules rules,
    JobStore jobs,
    JobFolders folders,
    SiteBrowsers browsers,
    EvidenceStore evidence,
    MeterRegistry meters) {

  private static final Logger LOG = LoggerFactory.getLogger(RunContexts.class);

  /** Counts what a person must decide, and fields that could not be read, which is an alarm. */
  void meter(JobOrder order, JobResult result) {
    ReviewCause cause = result.review();
    if (cause != null) {
      meters
          .counter("lotview.jobs.review", "kind", order.kind().name(), "cause", cause.tag())
          .increment();
    }
    if (result.listing() != null) {
      result.listing().unread().forEach(one -> unread(order, one));
    }
  }

  private void unread(JobOrder order, PostingOutcome.Unread one) {
    meters
        .counter("lotview.listing.unread", "field", one.field(), "language", one.language())
        .increment();
    LOG.warn(
        "Job {}: {} could not be read on the listing's page in {}",
        order.jobId(),
        one.field(),
        one.language());
  }

  /** Begins the run unless the claim has begun it, and supervises it from now on. */
  RunContext open(Claim claim, RunPurpose purpose) {
    Run begun = claim.begun();
    Run run = begun == null ? jobs.begin(claim, worker, purpose, folders.seat()) : begun;
    return RunContext.start(this, claim, run);
  }
}
