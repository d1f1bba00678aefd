package com.lotview.faults.judge;

/** The possible flaws of an order's end. */
enum Flaw {
  /** More than one listing was ever published. */
  DUPLICATE,
  /** Nothing will ever happen to it, or it ended without a listing and without a reason. */
  LOST,
  /** It has not come to an end in time. */
  STUCK,
  /** Its end is false: posted without a listing, or cancelled, failed or deleted but live. */
  UNTRUE,
  /** A click without an intent, or a second intent while the first was not known to be void. */
  RASH,
  /** It ended in a state that this fault does not allow. */
  UNEXPECTED,
  /** The fault could not be made. */
  NOT_STRUCK
}
