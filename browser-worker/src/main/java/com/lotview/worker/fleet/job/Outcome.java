package com.lotview.worker.fleet.job;

/** How a job ends; names as in the event {@code posting.completed}. */
public enum Outcome {
  POSTED,
  REMOVED,
  EDITED,
  RENEWED,
  VALID,
  FAILED,
  NEEDS_LOGIN,
  NEEDS_REVIEW
}
