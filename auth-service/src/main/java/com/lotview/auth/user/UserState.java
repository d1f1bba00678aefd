package com.lotview.auth.user;

/** Whether a person can sign in. */
public enum UserState {
  /** Not yet: the invitation waits for a password. */
  INVITED,
  ACTIVE,
  /** No longer; what the person did stays. */
  DEACTIVATED
}
