package com.lotview.worker.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A listing's public page, as text.
 *
 * @param text all that the listing's block shows, long descriptions unfolded
 * @param photos how many different pictures it shows
 */
record ItemPage(String text, int photos) {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,\\s\\u00a0\\u202f]*");

  static String path(String id) {
    return "/marketplace/item/" + id + "/";
  }

  /** Opens and reads it; empty if the page does not show a listing. */
  static Optional<ItemPage> read(Page page, String id) {
    page.open(path(id));
    Optional<Answer> seen = Waiting.until(page.settings().page(), () -> look(page));
    if (seen.isEmpty()) {
      PageState.of(page).ifPresent(PageState::orStop);
      return Optional.empty();
    }
    if (seen.get().element("more").isPresent()) {
      page.click(seen.get().element("more").get());
      seen = look(page).or(() -> Optional.empty());
    }
    return seen.map(answer -> new ItemPage(answer.text("text"), answer.number("photos")));
  }

  private static Optional<Answer> look(Page page) {
    PageState.of(page).ifPresent(PageState::orStop);
    return page.ask("item", page.map().text("viewer"), page.map().button("seeMore"))
        .filter(answer -> !answer.text("text").isBlank());
  }

  boolean carries(String marker) {
    return plain(text).contains(plain(marker));
  }

  /** Where it shows something else than was ordered; empty if all agrees. */
  List<String> doubts(ListingOrder order, FormValues values) {
    List<String> doubts = new ArrayList<>();
    check(doubts, carries(order.marker()), "the page does not show the marker " + order.marker());
    check(
        doubts,
        MakeNames.key(text).contains(MakeNames.key(values.title())),
        "the page does not show the title " + values.title());
    check(
        doubts,
        shows(values.priceDollars()),
        "the page does not show the price " + values.priceDollars());
    check(
        doubts, shows(values.mileage()), "the page does not show the mileage " + values.mileage());
    check(doubts, describes(order.description()), "the page does not show the whole description");
    check(
        doubts,
        photos >= order.photos().size(),
        "the page shows " + photos + " of " + order.photos().size() + " photos");
    return doubts;
  }

  private static void check(List<String> doubts, boolean good, String otherwise) {
    if (!good) {
      doubts.add(otherwise);
    }
  }

  private boolean shows(long number) {
    return numbers(text).anyMatch(String.valueOf(number)::equals);
  }

  private boolean describes(String description) {
    String whole = plain(text);
    return description.lines().map(ItemPage::plain).allMatch(whole::contains);
  }

  /** All numbers in a text, without their separators. */
  static Stream<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> found.group().replaceAll("\\D", ""));
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }
}
