package com.lotview.listing.text.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether words contain a claim at least once without a denial. */
final class Affirmation {
  // "no sunroof" and "sunroof: no" are not a sunroof.
  private static final Pattern DENIED_BEFORE =
      Pattern.compile(
          "(?:\\b(?:no|not|without|never|lacks|lacking|missing|needs|broken|non)|n't have|n't come with)[ -](?!only |just )(?:[a-z]+ ){0,2}$");
  // In a text, only the words right before deny a claim: "no doubt a clean title" is a claim.
  private static final Pattern DENIED_RIGHT_BEFORE =
      Pattern.compile("(?:\\b(?:no|not|without|non)|n't) ?-? ?(?:a |an )?$");
  private static final Pattern DENIED_BEHIND =
      Pattern.compile(
          "^\\w*(?:\\s+|\\s*[:=(-]\\s*)(?:no|n|none|false|not|0|missing|broken|deleted?)\\b");
  // No denial is longer than this before what it denies.
  private static final int DENIAL = 40;

  private Affirmation() {}

  /** Whether a text makes the claim. */
  static boolean inText(Pattern claim, String folded) {
    return affirms(claim, folded, DENIED_RIGHT_BEFORE);
  }

  /** Whether a fact affirms the claim. */
  static boolean inFact(Pattern claim, String folded) {
    return affirms(claim, folded, DENIED_BEFORE);
  }

  private static boolean affirms(Pattern claim, String folded, Pattern before) {
    Matcher matcher = claim.matcher(folded);
    while (matcher.find()) {
      int start = matcher.start();
      if (!before.matcher(folded.substring(Math.max(0, start - DENIAL), start)).find()
          && !DENIED_BEHIND.matcher(folded.substring(matcher.end())).find()) {
        return true;
      }
    }
    return false;
  }
}
