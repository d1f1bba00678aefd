package com.lotview.posting.dispatch;

import java.util.UUID;

/**
 * Names a job over all its attempts.
 *
 * @param id of the posting, change, check or sign-in
 */
public record JobRef(JobKind kind, UUID id) {

  /** Names one attempt of the job, for the fleet. */
  public String attemptId(int attempt) {
    return kind.prefix() + id + ":" + attempt;
  }
}
