package com.lotview.worker.fleet.lease;

import com.lotview.worker.fleet.job.JobKind;

/** The purpose of a run. */
public enum RunPurpose {
  /** To fill the form and publish. */
  POST,
  /** To remove the listing. */
  REMOVE,
  /** To change the price. */
  EDIT,
  /** To renew the listing. */
  RENEW,
  /** To check the session. */
  VALIDATE,
  /** To let the owner sign in. */
  SIGN_IN,
  /** To read the account's listings. */
  WATCH,
  /** To verify an earlier run's click, without clicking. */
  LOOK;

  /** The purpose of an acting run of this kind of job. */
  public static RunPurpose of(JobKind kind) {
    return switch (kind) {
      case POST -> POST;
      case REMOVE -> REMOVE;
      case EDIT -> EDIT;
      case RENEW -> RENEW;
      case VALIDATE -> VALIDATE;
      case SIGN_IN -> SIGN_IN;
      case LOOK -> WATCH;
    };
  }
}
