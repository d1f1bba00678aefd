package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobOrder;
import org.jspecify.annotations.Nullable;

/** Asks the posting service whether a job may begin. Blocking. */
public interface JobStarts {

  /** Asks once more for each run that has clicked nothing so far; repeats change nothing. */
  Answer ask(JobOrder order);

  /** What the posting service says. */
  sealed interface Answer {}

  /**
   * The job begins.
   *
   * @param order as it is now; its price may have changed while the job waited
   * @param body the order as JSON; null if it is as it was
   */
  record Begin(JobOrder order, @Nullable String body) implements Answer {}

  /** The job was cancelled while it waited. */
  record Withdrawn(String reason) implements Answer {}

  /** The posting service does not answer for now. */
  record Unknown() implements Answer {}
}
