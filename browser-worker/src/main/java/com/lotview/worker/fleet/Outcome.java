package com.lotview.worker.fleet;

/** What becomes of a posting; names as in the event {@code posting.completed}. */
public enum Outcome {
  POSTED,
  FAILED,
  NEEDS_LOGIN,
  NEEDS_REVIEW
}
