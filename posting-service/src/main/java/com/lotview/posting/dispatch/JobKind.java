package com.lotview.posting.dispatch;

/** What a job of the fleet is for; names as in {@code posting.requested}. */
public enum JobKind {
  /** Makes a listing; the only kind that the posting limits count. */
  POST,
  /** Takes a listing down. */
  REMOVE,
  /** Changes a listing's price in place. */
  EDIT,
  /** Looks whether the account's session still works. */
  VALIDATE,
  /** Shows its owner a browser to sign in; never waits for the account's turn. */
  SIGN_IN;

  /** Whether the account's limits count it. */
  public boolean isLimited() {
    return this == POST;
  }
}
