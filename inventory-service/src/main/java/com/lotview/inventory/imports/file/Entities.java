package com.lotview.inventory.imports.file;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes HTML entities, also those which were encoded twice. */
final class Entities {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));");
  private static final Map<String, String> NAMES = new HashMap<>();

  // Names of Latin-1 from 160 on, in their order.
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  static {
    int code = 160;
    for (String name : LATIN.split(" ", -1)) {
      NAMES.put(name, String.valueOf((char) code++));
    }
    NAMES.putAll(
        Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "Prime", "\u2033"));
    NAMES.putAll(
        Map.of(
            "ndash", "\u2013", "mdash", "\u2014", "lsquo", "\u2018", "rsquo", "\u2019", "ldquo",
            "\u201C", "rdquo", "\u201D", "bull", "\u2022", "hellip", "\u2026", "trade", "\u2122",
            "euro", "\u20AC"));
  }

  private Entities() {}

  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return once(once(text));
  }

  private static String once(String text) {
    return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found)));
  }

  private static String one(MatchResult found) {
    if (found.group(3) != null) {
      return NAMES.getOrDefault(found.group(3), found.group());
    }
    int code =
        found.group(1) != null
            ? Integer.parseInt(found.group(1))
            : Integer.parseInt(found.group(2), 16);
    return code > 0 && Character.isValidCodePoint(code) && !Character.isISOControl(code)
        ? Character.toString(code)
        : " ";
  }
}
