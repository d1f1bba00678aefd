package com.lotview.worker.marketplace;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.WebElement;

/**
 * A listing's public page, as text.
 *
 * @param text all that the listing's block shows, long descriptions unfolded
 * @param photos how many different pictures it shows
 */
record ItemPage(String text, int photos) {

  /** Up to 12 digits with separators, so that it fits. */
  private static final String AMOUNT =
      "\\d{1,3}(?:[., \\u00a0\\u202f]?\\d{3}){0,3}(?:[.,]\\d{2})?(?!\\d)";

  /** What stands for thousands or millions, and is not the beginning of the next word. */
  private static final String ROUNDED = "(?![.,]?\\d*\\s?(?:[kKmM]|rb|jt|mil)(?!\\p{Ll}))";

  private static final Pattern PRICE =
      Pattern.compile(
          "(?:\\p{Sc}|Rp\\.?|Bs\\.?)\\h?%1$s%2$s|(?<![\\d.,])%1$s\\h?\\p{Sc}"
              .formatted(AMOUNT, ROUNDED));

  private static final Pattern ADDRESS = Pattern.compile("/marketplace/item/(\\d+)");

  /** The next picture of a row shows by then. */
  private static final Duration LEAF = Duration.ofSeconds(1);

  /** A page may fold several of its texts. */
  private static final int UNFOLDS = 3;

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d., \\u00a0\\u202f]*");

  /** The id in a listing's address; empty for any other address. */
  static Optional<String> idIn(String address) {
    Matcher id = ADDRESS.matcher(address);
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  static String path(String id) {
    return "/marketplace/item/" + id + "/";
  }

  /** What was seen at a listing's address. */
  sealed interface Sight {
    record Shown(ItemPage item) implements Sight {}

    /** The site says that there is no such listing any more. */
    record Gone() implements Sight {}

    /** The site has answered with a page that is no listing's, in words that are not known. */
    record NotShown() implements Sight {}

    record Unreadable() implements Sight {}
  }

  /** Opens and reads it. */
  static Sight look(Page page, String id) {
    page.open(path(id));
    Optional<Answer> seen = page.awaited(() -> seen(page, id));
    if (seen.isEmpty()) {
      return PageState.of(page).map(PageState::orStop).filter(PageState::settled).isPresent()
          ? new Sight.NotShown()
          : new Sight.Unreadable();
    }
    if (seen.get().flag("gone")) {
      return new Sight.Gone();
    }
    for (int i = 0;
        i < UNFOLDS && seen.flatMap(answer -> answer.element("more")).isPresent();
        i++) {
      page.click(seen.get().element("more").get());
      seen = seen(page, id);
    }
    return seen.filter(answer -> !answer.flag("gone"))
        .<Sight>map(
            answer -> new Sight.Shown(new ItemPage(answer.text("text"), answer.number("photos"))))
        .orElse(new Sight.Unreadable());
  }

  /**
   * The same with all photos, where the page shows them one after another: leafs on until it has
   * seen so many, or one of them again.
   */
  ItemPage leafed(Page page, String id, int enough) {
    Set<String> known = new HashSet<>();
    Optional<Answer> now = seen(page, id);
    while (now.isPresent() && known.addAll(now.get().texts("pictures")) && known.size() < enough) {
      Optional<WebElement> next = now.get().element("next");
      if (next.isEmpty()) {
        break;
      }
      page.click(next.get());
      now = Waiting.until(LEAF, () -> seen(page, id).filter(answer -> another(answer, known)));
    }
    return new ItemPage(text, Math.max(photos, known.size()));
  }

  private static boolean another(Answer answer, Set<String> known) {
    return answer.texts("pictures").stream().anyMatch(one -> !known.contains(one));
  }

  private static Optional<Answer> seen(Page page, String id) {
    FormMap map = page.map();
    return page.ask(
            "selling.item",
            id,
            map.text("viewer"),
            map.button("seeMore"),
            map.text("gone"),
            map.button("nextImage"))
        .filter(answer -> answer.flag("gone") || !answer.text("text").isBlank());
  }

  /** The price in whole units of the currency; empty if none stands at the head of the page. */
  Optional<Long> price(List<String> currencies) {
    return text.lines().flatMap(line -> price(line, currencies).stream()).findFirst();
  }

  private static Optional<Long> price(String line, List<String> currencies) {
    for (String currency : currencies) {
      String sign = Pattern.quote(currency);
      Matcher price =
          Pattern.compile("^\\h*" + sign + "\\h?(" + AMOUNT + ")|^\\h*(" + AMOUNT + ")\\h?" + sign)
              .matcher(line);
      if (price.find()) {
        String amount = price.group(1) == null ? price.group(2) : price.group(1);
        return Optional.of(
            Long.parseLong(amount.replaceAll("[.,]\\d{2}$", "").replaceAll("\\D", "")));
      }
    }
    return Optional.empty();
  }

  /** Whether it is marked as sold, at its head: the words of its description do not count. */
  boolean sold(List<String> words, List<String> currencies) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int head = 0;
    while (head < lines.size() && price(lines.get(head), currencies).isEmpty()) {
      head++;
    }
    return lines.stream()
        .limit(head + 2L)
        .flatMap(line -> Pattern.compile("\u00b7").splitAsStream(line))
        .map(ItemPage::plain)
        .anyMatch(words::contains);
  }

  /** What the site says of the listing besides showing it. */
  List<String> remarks(FormMap map) {
    return Stream.of("reviewed", "duplicate")
        .flatMap(name -> map.text(name).stream())
        .filter(remark -> plain(text).contains(remark))
        .toList();
  }

  boolean carries(String marker) {
    return plain(text).contains(plain(marker));
  }

  boolean shows(long number) {
    return numbers(text).anyMatch(String.valueOf(number)::equals);
  }

  /** Whether the text shows a price to the unit. */
  static boolean showsPrice(String text) {
    return PRICE.matcher(text).find();
  }

  /** All numbers in a text, without their separators. */
  static Stream<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> found.group().replaceAll("\\D", ""));
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }
}
