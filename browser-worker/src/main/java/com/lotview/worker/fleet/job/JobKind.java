package com.lotview.worker.fleet.job;

/** Kinds of job; names as in events. */
public enum JobKind {
  /** Make a listing. The only kind whose click must never be given twice. */
  POST,
  /** Remove a listing. */
  REMOVE,
  /** Give a listing another price. */
  EDIT,
  /** Look whether the account's session still works. */
  VALIDATE,
  /** Show the account's owner a browser in which they sign in. */
  SIGN_IN
}
