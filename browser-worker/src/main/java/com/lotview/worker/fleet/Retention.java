package com.lotview.worker.fleet;

import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.port.EvidenceStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes old jobs, their pictures first: after an interruption the next run finds the rest. */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH_SIZE = 200;
  private static final int MAX_BATCHES = 500;

  private final JobStore jobs;
  private final EvidenceStore evidence;
  private final Clock clock;
  private final Duration kept;

  /**
   * @param kept how long a job stays after its end
   */
  public Retention(JobStore jobs, EvidenceStore evidence, Clock clock, Duration kept) {
    this.jobs = jobs;
    this.evidence = evidence;
    this.clock = clock;
    this.kept = kept;
  }

  /** Deletes old jobs, at most a hundred thousand at a time; returns how many. */
  public int sweep() {
    Instant before = clock.instant().minus(kept);
    int forgotten = 0;
    for (int i = 0; i < MAX_BATCHES; i++) {
      JobStore.Old old = jobs.old(before, BATCH_SIZE);
      if (old.jobs().isEmpty()) {
        break;
      }
      evidence.delete(old.pictures());
      jobs.forget(old);
      forgotten += old.jobs().size();
    }
    if (forgotten > 0) {
      LOG.info("Forgot {} jobs that were done before {}", forgotten, before);
    }
    return forgotten;
  }
}
