package com.lotview.worker.fleet.job;

/** Kinds of job; names as in events. */
public enum JobKind {
  /** Publish a listing. Only this kind must never click twice. */
  POST,
  /** Remove a listing. */
  REMOVE,
  /** Change a listing's price. */
  EDIT,
  /** Renew a listing. */
  RENEW,
  /** Check whether the account's session still works. */
  VALIDATE,
  /** Show the account's owner a browser to sign in. */
  SIGN_IN,
  /** Read the account's listings. */
  LOOK
}
