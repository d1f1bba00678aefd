package com.lotview.auth.twofactor;

import java.util.List;

/** What a right code shows. */
sealed interface Proof {
  /** A code of the app. */
  record Code() implements Proof {}

  /**
   * The first code of the app: the factor is on.
   *
   * @param recoveryCodes to be shown this once
   */
  record Enrolled(List<String> recoveryCodes) implements Proof {
    @Override
    public String toString() {
      return "Enrolled[***]";
    }
  }

  /** A recovery code, which is used up. */
  record Recovery(long left) implements Proof {}
}
