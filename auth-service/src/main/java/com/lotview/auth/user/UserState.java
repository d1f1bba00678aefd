package com.lotview.auth.user;

/** Whether a person can sign in. */
public enum UserState {
  /** Not yet: the invitation has not been accepted. */
  INVITED,
  ACTIVE,
  /** No longer; records of the person's acts stay. */
  DEACTIVATED
}
