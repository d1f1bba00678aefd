package com.lotview.listing.text.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that no text may contain, independent of the facts. */
final class WordRules {
  private static final Pattern BANNED = Pattern.compile("\\b(?:disrupt|synerg|leverag)[a-z]*");
  private static final Pattern PRICE =
      Pattern.compile(
          "[$€£]|\\b(?:(?:re)?pric(?:e|es|ed|ey|ing)|underpriced|msrp|usd|dollars?|bucks|asking|obo|precios?|d[oó]lares|harga(?:nya)?|rupiah|dolar)\\b");
  private static final Pattern CONTACT =
      Pattern.compile(
          "https?:|\\bwww\\.|[a-z0-9]@[a-z0-9]|\\b[a-z0-9-]+\\.(?:com|net|org|io|biz|info|shop)\\b");
  private static final Pattern MARKUP = Pattern.compile("[<>{}]|\\*\\*|^#|```");

  private WordRules() {}

  /**
   * @param folded the text in folded form, without the names that it has to hold
   */
  static List<String> problems(String where, String folded) {
    List<String> problems = new ArrayList<>(wordProblems(where, folded));
    Matcher price = PRICE.matcher(folded);
    if (price.find()) {
      problems.add(where + " speaks of the price (\"" + price.group() + "\")");
    }
    return problems;
  }

  /** All but the rule about prices, which a disclaimer may break. */
  static List<String> wordProblems(String where, String folded) {
    List<String> problems = new ArrayList<>();
    Matcher banned = BANNED.matcher(folded);
    if (banned.find()) {
      problems.add(where + " uses the banned word \"" + banned.group() + "\"");
    }
    if (CONTACT.matcher(folded).find()) {
      problems.add(where + " holds a link or an e-mail address");
    }
    if (MARKUP.matcher(folded).find()) {
      problems.add(where + " holds markup; plain text is wanted");
    }
    return problems;
  }
}
