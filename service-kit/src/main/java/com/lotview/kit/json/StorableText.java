package com.lotview.kit.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Text that a database in UTF-8 can hold. PostgreSQL refuses a NUL; half of a surrogate pair has no
 * bytes in UTF-8.
 */
public final class StorableText {
  /** Why a text is refused, to be read after the field's name. */
  public static final String REFUSAL = "must not hold a NUL or half a character";

  private StorableText() {}

  /** Whether the text has neither a NUL nor a lone surrogate. */
  public static boolean isStorable(String text) {
    int next;
    for (int at = 0; at < text.length(); at += next) {
      int point = text.codePointAt(at);
      if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
        return false;
      }
      next = Character.charCount(point);
    }
    return true;
  }

  /** A text in JSON that cannot be stored; its path names the field. */
  public static final class Refused extends MismatchedInputException {
    Refused(JsonParser parser) {
      super(parser, REFUSAL, String.class);
    }
  }
}
