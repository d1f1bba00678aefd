package com.lotview.worker.marketplace.form;

/**
 * What the inspection found about one field.
 *
 * @param field our name of the field; the site's label for an unknown field
 * @param wanted the expected kind and labels
 * @param found what the form has
 */
public record FormFinding(String field, State state, String wanted, String found) {

  /** The state of a field compared with the form map. */
  public enum State {
    /** It has a known label, and its list has our options. */
    MATCHES,
    /** Its label is missing; one clear candidate would replace it. */
    HEALED,
    /** It is missing. */
    MISSING,
    /** Its list lacks some of our options. */
    OPTIONS_MISSING,
    /** The form has it, the map does not. */
    EXTRA
  }
}
