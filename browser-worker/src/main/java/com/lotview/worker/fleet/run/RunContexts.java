package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.port.EvidenceStore;
import com.lotview.worker.fleet.port.SiteBrowsers;
import io.micrometer.core.instrument.MeterRegistry;

/** Opens the context of each run. */
public record RunContexts(
    WorkerId worker,
    FleetRules rules,
    JobStore jobs,
    JobFolders folders,
    SiteBrowsers browsers,
    EvidenceStore evidence,
    MeterRegistry meters) {

  /** Begins the run unless the claim has begun it, and supervises it from now on. */
  RunContext open(Claim claim, RunPurpose purpose) {
    Run begun = claim.begun();
    Run run = begun == null ? jobs.begin(claim, worker, purpose, folders.seat()) : begun;
    return RunContext.start(this, claim, run);
  }
}
