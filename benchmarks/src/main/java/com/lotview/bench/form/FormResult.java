package com.lotview.bench.form;

import java.util.List;

/**
 * What became of one mutated form.
 *
 * @param postable false when the site says that nobody can fill it without guessing, or its list
 *     does not have the vehicle's make
 * @param renamed fields that never are healed and whose label is another one
 * @param stop the named field, or the kind of stop; empty if it was listed
 * @param words what the worker said at its end
 * @param wrong what the ledger holds otherwise than ordered
 * @param leftOut optional choices that stand empty
 * @param heals labels that were gone, and what was used
 * @param lacked what the form did not have: fields, and options of its lists
 * @param changes what had been mutated
 * @param attempts how many browsers it took
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

  /** Right to stop: nobody could have filled it, or the named field has another label. */
  boolean lawful() {
    return !postable || renamed.contains(stop);
  }

  /** How it ended. */
  enum Verdict {
    /** Listed once, and nothing in the listing is otherwise than ordered. */
    RIGHT,
    /** Nothing listed, and a reason given. */
    STOPPED,
    /** Listed with something else, or twice, or though it was told that it is not. */
    WRONG
  }
}
