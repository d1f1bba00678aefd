package com.lotview.bench.states;

/** The result of the looks after a click whose effect was open. */
enum Settled {
  /** No click was open. */
  NOT_NEEDED(""),
  FOUND("; then found"),
  ABSENT("; then not found, twice"),
  FOUND_AFTER_SIGN_IN("; found after the owner's sign-in"),
  ABSENT_AFTER_SIGN_IN("; not found after the owner's sign-in, twice"),
  PERSON("; a person must look");

  private final String words;

  Settled(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  Settled afterSignIn() {
    return switch (this) {
      case FOUND -> FOUND_AFTER_SIGN_IN;
      case ABSENT -> ABSENT_AFTER_SIGN_IN;
      default -> this;
    };
  }
}
