package com.lotview.worker.marketplace.listings;

import com.lotview.form.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A card of "Your listings".
 *
 * @param index its position in the list
 * @param text its texts, separated by bars
 * @param listedOn the text after "Listed on" in any language; empty without a date
 * @param draft whether it is an unfinished form without a listing
 * @param says known remarks of the site on the listing
 */
public record Card(
    int index,
    String title,
    String text,
    String listedOn,
    boolean draft,
    boolean sold,
    List<String> says) {

  private static final Pattern CUT_OFF = Pattern.compile("\\s*(?:\u2026|\\.\\.\\.)\\s*$");

  /** Day and month, or month and day; both orders occur (marketplace-form.md §16). */
  private static final Pattern DATE =
      Pattern.compile("^[\\s|:\u00b7]*(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?(?!\\d)");

  /** The site's date may differ from ours by a day. */
  private static final int DAYS_APART = 1;

  /** A later date than this many days ahead belongs to the previous year. */
  private static final int DAYS_AHEAD = 14;

  public Card {
    says = List.copyOf(says);
  }

  boolean entitled(String wanted) {
    return Texts.key(title).equals(Texts.key(wanted));
  }

  /**
   * Whether it may be the listing of this title and price. Only a card with another title and
   * another price is certainly another one. A cut, shorter or longer title, and a price in round
   * thousands, prove nothing.
   */
  boolean mayBe(String wanted, long price) {
    return !draft && (mayBeEntitled(wanted) || mayCost(price));
  }

  /** Whether it shows neither another title nor another price. */
  boolean mayShow(String wanted, long price) {
    return !draft && mayBeEntitled(wanted) && mayCost(price);
  }

  /** Its visible title. */
  String uncutTitle() {
    return CUT_OFF.matcher(title).replaceAll("");
  }

  private boolean mayBeEntitled(String wanted) {
    return uncutTitle().equals(title)
        ? alike(wanted)
        : Texts.key(wanted).startsWith(Texts.key(uncutTitle()));
  }

  /** Whether half of the words agree. */
  private boolean alike(String wanted) {
    Set<String> own = words(title);
    Set<String> common = new HashSet<>(words(wanted));
    int all = common.size();
    common.retainAll(own);
    return entitled(wanted) || own.isEmpty() || common.size() * 2 >= all;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("[\\s\\u00a0\\u202f]+"))
        .map(Texts::key)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private boolean mayCost(long price) {
    return ItemPage.amounts(text).anyMatch(String.valueOf(price)::equals)
        || !ItemPage.showsPrice(text);
  }

  /** Whether its date is before the day in both orders of day and month. */
  boolean listedBefore(LocalDate day) {
    List<LocalDate> dates = dates(day);
    return !dates.isEmpty()
        && dates.stream().allMatch(date -> date.isBefore(day.minusDays(DAYS_APART)));
  }

  /** Whether its date is that day or later in one of the two orders. */
  boolean listedSince(LocalDate day) {
    return dates(day).stream().anyMatch(date -> !date.isBefore(day.minusDays(DAYS_APART)));
  }

  /** The possible meanings of its date, in both orders of day and month. */
  private List<LocalDate> dates(LocalDate click) {
    Matcher date = DATE.matcher(listedOn);
    if (!date.find()) {
      return List.of();
    }
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(2));
    String year = date.group(3);
    return Stream.of(date(first, second, year, click), date(second, first, year, click))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<LocalDate> date(
      int month, int day, @Nullable String year, LocalDate click) {
    try {
      if (year != null) {
        int full = Integer.parseInt(year);
        return Optional.of(LocalDate.of(full < 100 ? 2000 + full : full, month, day));
      }
      // The latest such day that is not too far after the click.
      LocalDate latest = LocalDate.of(click.getYear() + 1, month, day);
      while (latest.isAfter(click.plusDays(DAYS_AHEAD))) {
        latest = latest.minusYears(1);
      }
      return Optional.of(latest);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
