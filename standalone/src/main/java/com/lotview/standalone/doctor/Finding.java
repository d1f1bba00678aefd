package com.lotview.standalone.doctor;

/** What a check found. No text of it contains a secret. */
sealed interface Finding {
  /** It is as it should be. */
  record Well(String what) implements Finding {}

  /**
   * It is not.
   *
   * @param cure what a person does about it
   */
  record Wrong(String what, String cure) implements Finding {}

  /** It could not be seen. */
  record Unknown(String what, String why) implements Finding {}
}
