package com.lotview.form.mapping;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes HTML entities: feeds contain them, and the form would show them. */
final class Entities {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("reg", "\u00ae"),
          Map.entry("copy", "\u00a9"),
          Map.entry("trade", "\u2122"),
          Map.entry("deg", "\u00b0"),
          Map.entry("bull", "\u2022"),
          Map.entry("middot", "\u00b7"),
          Map.entry("hellip", "\u2026"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("frac12", "\u00bd"),
          Map.entry("times", "\u00d7"),
          Map.entry("pound", "\u00a3"),
          Map.entry("euro", "\u20ac"),
          Map.entry("aacute", "\u00e1"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("iacute", "\u00ed"),
          Map.entry("oacute", "\u00f3"),
          Map.entry("uacute", "\u00fa"),
          Map.entry("ntilde", "\u00f1"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("aring", "\u00e5"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("egrave", "\u00e8"));

  private Entities() {}

  /** The decoded text, also if it was encoded twice. */
  static String decoded(String text) {
    String once = ENTITY.matcher(text).replaceAll(Entities::character);
    return once.equals(text) ? once : ENTITY.matcher(once).replaceAll(Entities::character);
  }

  private static String character(MatchResult entity) {
    String found = entity.group(3);
    String decoded = found == null ? point(entity) : NAMED.getOrDefault(found, entity.group());
    return Matcher.quoteReplacement(decoded);
  }

  private static String point(MatchResult entity) {
    int code =
        entity.group(1) == null
            ? Integer.parseInt(entity.group(2), 16)
            : Integer.parseInt(entity.group(1));
    boolean character =
        Character.isValidCodePoint(code)
            && (code == '\n' || code == '\t' || !Character.isISOControl(code))
            && !(code <= Character.MAX_VALUE && Character.isSurrogate((char) code));
    return character ? Character.toString(code) : "";
  }
}
