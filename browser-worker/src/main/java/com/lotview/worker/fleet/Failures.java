package com.lotview.worker.fleet;

import com.lotview.contracts.ErrorCode;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What errors of this machine mean for a job: nothing that another try could not cure. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The result of a job that an unexpected error ended before its intent. */
  static JobResult of(String jobId, Throwable error) {
    if (diskFull(error)) {
      return storageFull();
    }
    LOG.error("Job {} failed", jobId, error);
    return JobResult.failed(
        true, ErrorCode.FB_POSTING_FAILED, "The browser failed before anything was done");
  }

  /** The result of a job for which this machine has no room. */
  public static JobResult storageFull() {
    return JobResult.failed(
        true, ErrorCode.STORAGE_FULL, "The worker's disk is full: nothing was done");
  }

  /** Whether the error, or what caused it, is a full disk. */
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
