package com.lotview.worker.fleet.run.outcome;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.text.DealerTexts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What errors of this machine mean for a job. A retry may succeed. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The outcome of a run that an unexpected error stopped before its intent. */
  public static RunOutcome of(String jobId, Throwable error) {
    if (diskFull(error)) {
      return new RunOutcome.Result(storageFull());
    }
    LOG.error("Job {} failed", jobId, error);
    return new RunOutcome.Lost(DealerTexts.browserFailed(error));
  }

  /** The result of a job that finds the disk full. */
  public static JobResult storageFull() {
    return JobResult.failed(true, ErrorCode.STORAGE_FULL, DealerTexts.DISK_FULL);
  }

  /** Whether the error or one of its causes is a full disk. */
  public static boolean diskFull(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
        return true;
      }
    }
    return false;
  }
}
