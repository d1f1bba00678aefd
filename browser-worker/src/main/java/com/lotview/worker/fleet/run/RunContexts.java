package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.port.EvidenceStore;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.fleet.recovery.UnseenClick;
import com.lotview.worker.marketplace.page.PostingOutcome;
import org.jspecify.annotations.Nullable;
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
    FleetMeters meters) {

  private static final Logger LOG = LoggerFactory.getLogger(RunContexts.class);

  /**
   * Counts the result, and fields that could not be read, which is an alarm.
   *
   * @param language of the form map that was in use; empty: none was
   */
  void meter(JobOrder order, JobResult result, String language) {
    meters.ended(order, result, language);
    if (result.listing() != null) {
      result.listing().unread().forEach(one -> unread(order, one));
    }
  }

  private void unread(JobOrder order, PostingOutcome.Unread one) {
    meters.unread(one);
    LOG.warn(
        "Job {}: {} could not be read on the listing's page in {}",
        order.jobId(),
        one.field(),
        one.language());
  }

  /** A click that may have happened although no run of the job shows it. */
  @Nullable UnseenClick unseen(Claim claim) {
    return UnseenClick.of(
        claim.job().order(), claim.rewind(), rules.leaseDuration(), rules.recovery());
  }

  /** Begins the run unless the claim has begun it, and supervises it from now on. */
  RunContext open(Claim claim, RunPurpose purpose) {
    Run begun = claim.begun();
    Run run = begun == null ? jobs.begin(claim, worker, purpose, folders.seat()) : begun;
    return RunContext.start(this, claim, run);
  }
}
