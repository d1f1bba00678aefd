package com.lotview.bench.form;

import java.util.List;

/**
 * The result of one mutated form.
 *
 * @param postable false when the site reports that it cannot be filled without guessing, or its
 *     list lacks the vehicle's make
 * @param renamed fields that are never healed and have another label
 * @param stop the named field, or the kind of stop; empty if it was listed
 * @param words the worker's last message
 * @param wrong differences between the ledger and the order
 * @param leftOut optional choices that are empty
 * @param heals missing labels and their replacements
 * @param lacked missing fields, and missing options of lists
 * @param changes the mutations
 * @param attempts number of browsers used
 * @param millis from the first page to the proof, of the last attempt
 */
record FormResult(
    String variant,
    long seed,
    String vehicle,
    Verdict verdict,
    boolean postable,
    List<String> renamed,
    String stop,
    String words,
    List<String> wrong,
    List<String> leftOut,
    List<String> heals,
    List<String> lacked,
    List<String> changes,
    int attempts,
    long millis) {

  /** As {@link FormTrial.Case#name()}. */
  String name() {
    return variant + "-" + seed;
  }

  /**
   * Whether stopping was right: the form could not be filled, or the named field has another label.
   */
  boolean lawful() {
    return !postable || renamed.contains(stop);
  }

  /** How it ended. */
  enum Verdict {
    /** Listed once, exactly as ordered. */
    RIGHT,
    /** Nothing listed, and a reason given. */
    STOPPED,
    /** Listed with other values, or twice, or although the result says that it is not. */
    WRONG
  }
}
