package com.lotview.inventory.feedout.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one receiver wants the stock: lines of comma-separated values (RFC 4180) in UTF-8, the first
 * one with the names of the columns. Where the rules are from: {@code docs/feeds-out.md}.
 */
public enum FeedFormat {
  /** Meta's vehicle catalogue. */
  META("meta.csv") {
    @Override
    List<Column> columns() {
      return MetaColumns.ALL;
    }

    @Override
    List<Finding> more(Offer offer) {
      return MetaColumns.check(offer);
    }
  },
  /** Google's vehicle listings. */
  GOOGLE("google.csv") {
    @Override
    List<Column> columns() {
      return GoogleColumns.ALL;
    }

    @Override
    List<Finding> more(Offer offer) {
      return GoogleColumns.check(offer);
    }
  };

  // A spreadsheet runs cells that begin like a formula (OWASP, CSV injection).
  private static final String FORMULA = "=+-@\t\r";
  // A telephone number is not a formula.
  private static final Pattern NUMBER = Pattern.compile("[+-][0-9 ().-]+");
  private static final String END = "\r\n";

  private final String file;

  FeedFormat(String file) {
    this.file = file;
  }

  /** The last part of the feed's address. */
  public String file() {
    return file;
  }

  /** The first line. */
  public String header() {
    return columns().stream().map(Column::name).collect(Collectors.joining(",", "", END));
  }

  /** The vehicle's line. */
  public String line(Offer offer) {
    return columns().stream()
        .map(column -> quoted(column.cell(offer)))
        .collect(Collectors.joining(",", "", END));
  }

  /** What the receiver would refuse, or warn about. */
  public List<Finding> check(Offer offer) {
    List<Finding> found = new ArrayList<>();
    columns().forEach(column -> column.check(offer).ifPresent(found::add));
    found.addAll(more(offer));
    return found;
  }

  abstract List<Column> columns();

  /** Findings that need more than one column. */
  abstract List<Finding> more(Offer offer);

  private static String quoted(String text) {
    if (text.isEmpty()) {
      return text;
    }
    boolean formula = FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
