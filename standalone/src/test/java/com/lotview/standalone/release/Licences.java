package com.lotview.standalone.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of licences. */
final class Licences {
  /** Those under which a library may be shipped beside closed and open programs alike. */
  static final Set<String> PERMITTED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "GPL-2.0-with-classpath-exception",
          "ISC",
          "LGPL-2.1",
          "MIT",
          "MIT-0",
          "MPL-2.0",
          "PostgreSQL",
          "Public Domain",
          "Unlicense");

  // In this order: a name may hold a shorter one.
  private static final List<Map.Entry<String, Pattern>> KNOWN =
      List.of(
          known("Apache-2.0", "apache.*2|^asl? ?2|apache license|apache software"),
          known("GPL-2.0-with-classpath-exception", "classpath.?exception|gpl2 w/ ?cpe|cddl.*gpl"),
          known("EPL-2.0", "epl.?2|eclipse public license.*2"),
          known("EPL-1.0", "epl.?1|eclipse public license|eclipse distribution"),
          known("LGPL-2.1", "lgpl|lesser general"),
          known("MPL-2.0", "mpl.?2|mozilla"),
          known("MIT-0", "mit-0|mit no attribution"),
          known("MIT", "mit( license)?|mit$|bouncy castle"),
          known("BSD-3-Clause", "bsd.?3|3.?clause|new bsd|revised bsd|edl|^go license"),
          known("BSD-2-Clause", "bsd.?2|2.?clause|simplified bsd|^bsd|the bsd"),
          known("CC0-1.0", "cc0"),
          known("PostgreSQL", "postgresql"),
          known("Public Domain", "public domain"),
          known("ISC", "^isc"));

  private Licences() {}

  private static Map.Entry<String, Pattern> known(String id, String pattern) {
    return Map.entry(id, Pattern.compile(pattern));
  }

  /** The licence that is used of those offered: the first permitted one. */
  static String of(List<String> offered) {
    List<String> ids = new ArrayList<>(offered.stream().map(Licences::id).toList());
    return ids.stream()
        .filter(PERMITTED::contains)
        .findFirst()
        .orElse(ids.isEmpty() ? "none named" : String.join(" or ", ids));
  }

  private static String id(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(one -> one.getValue().matcher(plain).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name.strip());
  }
}
