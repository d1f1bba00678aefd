package com.lotview.form.mapping;

/** A required value is missing or does not fit the form. */
public final class UnmappableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String reason;

  UnmappableException(String field, String value, String reason) {
    super(field + " \"" + value + "\": " + reason);
    this.field = field;
    this.value = value;
    this.reason = reason;
  }

  /** Our name of the field. */
  public String field() {
    return field;
  }

  /** The vehicle's value, in the dealer's words. */
  public String value() {
    return value;
  }

  public String reason() {
    return reason;
  }
}
