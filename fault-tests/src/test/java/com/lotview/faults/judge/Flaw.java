package com.lotview.faults.judge;

/** What may be wrong with an order's end. */
enum Flaw {
  /** More than one listing was ever published. */
  DUPLICATE,
  /** Nothing will ever happen to it, or it ended without a listing and without a word why. */
  LOST,
  /** It has not come to an end in time. */
  STUCK,
  /** Its end is untrue: posted without a listing, or called off, failed or deleted and live. */
  UNTRUE,
  /** A click without an intent, or a second intent while the first was not known to be void. */
  RASH,
  /** It ended otherwise than this fault allows. */
  UNEXPECTED,
  /** The fault could not be brought about. */
  NOT_STRUCK
}
