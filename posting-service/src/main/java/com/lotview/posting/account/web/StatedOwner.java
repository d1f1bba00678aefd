package com.lotview.posting.account.web;

import com.lotview.contracts.SessionOwner;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import org.jspecify.annotations.Nullable;

/** Whose session it is, without the account's number; see {@link SessionOwner}. */
record StatedOwner(
    @Nullable @ApiField(required = true, maxLength = MAX_REF, example = "***********1234")
        String ref,
    @Nullable @ApiField(required = true, minLength = HASH, maxLength = HASH, example = EXAMPLE)
        String hash,
    @Nullable @ApiField(required = true, minLength = HASH, maxLength = HASH, example = EXAMPLE)
        String fingerprint) {
  private static final String EXAMPLE =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final int MAX_REF = 20;
  private static final int HASH = 64;

  SessionOwner checked() {
    return new SessionOwner(
        required("owner.ref", ref),
        required("owner.hash", hash),
        required("owner.fingerprint", fingerprint));
  }

  private static String required(String field, @Nullable String value) {
    if (value == null) {
      throw RefusalException.invalid(field, "is required");
    }
    return value;
  }

  @Override
  public String toString() {
    return "StatedOwner[" + ref + "]";
  }
}
