package com.lotview.worker.marketplace.form;

/**
 * What a dry look at the form found about one field.
 *
 * @param field our name of it; the site's own label for one that we do not know
 * @param wanted how it was looked for
 * @param found what there is
 */
public record FormFinding(String field, State state, String wanted, String found) {

  /** How a field of the form stands to the form map. */
  public enum State {
    /** It is there by a known label, and its list has the options that we know. */
    MATCHES,
    /** Its label is gone; one clear candidate would be used instead. */
    HEALED,
    /** It is not there. */
    MISSING,
    /** It is there, but options that we would choose are not in its list. */
    OPTIONS_MISSING,
    /** The form has it and the map does not. */
    EXTRA
  }
}
