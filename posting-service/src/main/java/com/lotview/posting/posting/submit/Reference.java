package com.lotview.posting.posting.submit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marker in every description, by which the listing is found again: a site without idempotency
 * keys leaves no other way to settle whether a click had an effect. It stands behind the first
 * sentence, because the site folds long texts, and what is folded may not be read.
 */
public final class Reference {
  /** Characters of a whole description, at most. */
  private static final int WHOLE = 1000;

  /** The site shows about so many characters of a text that it folds. */
  private static final int UNFOLDED = 150;

  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("^.{10," + UNFOLDED + "}?(?:(?<=[.!?])(?=\\s)|(?=\\n)|$)");

  private Reference() {}

  /** The description as the worker types it. */
  public static String in(String description, String marker) {
    String reference = reference(marker);
    Matcher sentence = FIRST_SENTENCE.matcher(description);
    return sentence.find()
        ? sentence.group() + " " + reference + description.substring(sentence.end())
        : reference + " " + description;
  }

  private static String reference(String marker) {
    return "(Ref " + marker + ")";
  }

  /** As {@link #room(String)}, for a marker that is not drawn yet: all have the same length. */
  public static int room() {
    return room(Markers.LIKE);
  }

  /** How many characters a writer may use beside it. */
  public static int room(String marker) {
    return WHOLE - reference(marker).length() - 1;
  }
}
