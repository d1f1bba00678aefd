package com.lotview.kit.web;

import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.error.RefusalException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Entity tags (RFC 9110, section 8.8.3) of resources that count their versions, and what {@code
 * If-Match} says of them.
 */
public final class EntityTag {
  private static final Pattern TAG =
      Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)");
  private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private EntityTag() {}

  /** The tag of a resource at that version, for the header {@code ETag}. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Sets the version's tag on the answer. Not through a {@code ResponseEntity}: it would answer 304
   * to requests whose tag matches, although the links and waiting times in the answer have changed.
   */
  public static void tell(ServerWebExchange exchange, long version) {
    exchange.getResponse().getHeaders().setETag(of(version));
  }

  /**
   * As {@link #tell(ServerWebExchange, long)}, where the version is the time of the latest change.
   */
  public static void tell(ServerWebExchange exchange, Instant changedAt) {
    tell(exchange, ExpectedVersion.at(changedAt));
  }

  /**
   * What the header {@code If-Match} expects. Tags that no resource here has fit no version.
   *
   * @param ifMatch null if the request has none: any version will do
   * @throws RefusalException {@code VALIDATION_ERROR} if it is neither a star nor a list of tags
   */
  public static ExpectedVersion expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return ExpectedVersion.ANY;
    }
    Set<Long> versions = new HashSet<>();
    Matcher tag = TAG.matcher(ifMatch);
    int end = 0;
    while (end < ifMatch.length() && tag.find(end) && tag.start() == end) {
      // If-Match compares strongly: a weak tag fits nothing.
      if (tag.group(1) == null && VERSION.matcher(tag.group(2)).matches()) {
        versions.add(Long.parseLong(tag.group(2)));
      }
      end = tag.end();
    }
    if (end == 0 || end < ifMatch.length()) {
      throw RefusalException.invalid("If-Match", "must be the ETag of an earlier answer");
    }
    return new ExpectedVersion(versions);
  }
}
