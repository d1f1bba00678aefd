package com.lotview.worker.fleet.lease;

import com.lotview.worker.fleet.job.JobKind;

/** What a run is for. */
public enum RunPurpose {
  /** To fill the form and publish. */
  POST,
  /** To remove the listing. */
  REMOVE,
  /** To change the price. */
  EDIT,
  /** To sign in, and no more. */
  VALIDATE,
  /** To let the owner sign in. */
  SIGN_IN,
  /** To look what became of an earlier run's click, never to click. */
  LOOK;

  /** The purpose of a run that does what a job of this kind is there for. */
  public static RunPurpose of(JobKind kind) {
    return switch (kind) {
      case POST -> POST;
      case REMOVE -> REMOVE;
      case EDIT -> EDIT;
      case VALIDATE -> VALIDATE;
      case SIGN_IN -> SIGN_IN;
    };
  }
}
