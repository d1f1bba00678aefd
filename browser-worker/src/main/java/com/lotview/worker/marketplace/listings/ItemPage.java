package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.page.FormMap;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.Waiting;
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
 * @param text all that the listing's block holds, what is folded by style alone included
 * @param photos how many different pictures it shows
 * @param whole no part of its text is known to be missing: no fold is left and nothing is cut off
 * @param described it has a text besides the facts
 * @param familiar it is laid out as such pages are known to be
 */
public record ItemPage(
    String text, int photos, boolean whole, boolean described, boolean familiar) {

  /** Up to 12 digits with separators, so that it fits. */
  private static final String AMOUNT =
      "\\d{1,3}(?:[., \\u00a0\\u202f]?\\d{3}){0,3}(?:[.,]\\d{2})?(?!\\d)";

  /** What stands for thousands or millions, and is not the beginning of the next word. */
  private static final String ROUNDED = "(?![.,]?\\d*\\s?(?:[kKmM]|rb|jt|mil)(?!\\p{Ll}))";

  /** US$, RD$, AU$, £, €, Rp, Bs.; whatever the account's currency is. */
  private static final String CURRENCY =
      "(?:[A-Z]{0,3}\\p{Sc}|Rp\\.?|Bs\\.?|S/\\.?|Rs\\.?|KSh|kr\\.?)";

  private static final Pattern PRICE =
      Pattern.compile(
          "%3$s\\h?%1$s%2$s|(?<![\\d.,])%1$s\\h?%3$s".formatted(AMOUNT, ROUNDED, CURRENCY));

  private static final Pattern PRICE_LINE =
      Pattern.compile("^\\h*%2$s\\h?(%1$s)|^\\h*(%1$s)\\h?%2$s".formatted(AMOUNT, CURRENCY));

  private static final Pattern DECIMALS = Pattern.compile("[.,]\\d{2}$");

  private static final Pattern ADDRESS = Pattern.compile("/marketplace/item/(\\d+)");

  /** So many lines stand at the head of a page at least. */
  private static final int HEAD_LINES = 4;

  /** The next picture of a row shows by then. */
  private static final Duration NEXT_PICTURE_TIMEOUT = Duration.ofSeconds(1);

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d., \\u00a0\\u202f]*");

  /** The id in a listing's address; empty for any other address. */
  public static Optional<String> idIn(String address) {
    Matcher id = ADDRESS.matcher(address);
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  public static String path(String id) {
    return "/marketplace/item/" + id + "/";
  }

  /** What was seen at a listing's address. */
  public sealed interface Sight {
    record Shown(ItemPage item) implements Sight {}

    /** The site says, in known words, that there is no such listing any more. */
    record Gone() implements Sight {}

    /**
     * The page came in a layout that is not known, or did not come. Nothing follows from what it
     * does not show.
     *
     * @param item what could be read of it
     */
    record Unclear(String reason, Optional<ItemPage> item) implements Sight {
      Unclear(String reason) {
        this(reason, Optional.empty());
      }
    }
  }

  /** Opens and reads it as it is: folds stay shut. */
  static Sight look(Page page, String id) {
    return new ItemReader(page, id, "").look();
  }

  /**
   * Opens and reads it, with its folds opened.
   *
   * @param expected the text that it should show
   */
  public static Sight read(Page page, String id, String expected) {
    return new ItemReader(page, id, expected).read();
  }

  /**
   * The same with all photos, where the page shows them one after another: leafs on until it has
   * seen so many, or one of them again.
   */
  public ItemPage leafed(Page page, String id, int enough) {
    ItemReader reader = new ItemReader(page, id, "");
    Set<String> known = new HashSet<>();
    Optional<ScriptResult> now = reader.seen();
    while (now.isPresent() && known.addAll(now.get().texts("pictures")) && known.size() < enough) {
      Optional<WebElement> next = now.get().element("next");
      if (next.isEmpty()) {
        break;
      }
      page.click(next.get());
      now =
          Waiting.until(
              NEXT_PICTURE_TIMEOUT, () -> reader.seen().filter(answer -> another(answer, known)));
    }
    return new ItemPage(text, Math.max(photos, known.size()), whole, described, familiar);
  }

  private static boolean another(ScriptResult answer, Set<String> known) {
    return answer.texts("pictures").stream().anyMatch(one -> !known.contains(one));
  }

  /** The price in whole units of the currency; empty if none stands at the head of the page. */
  public Optional<Long> price() {
    return text.lines().flatMap(line -> price(line).stream()).findFirst();
  }

  private static Optional<Long> price(String line) {
    Matcher price = PRICE_LINE.matcher(line);
    if (!price.find()) {
      return Optional.empty();
    }
    String amount = price.group(1) == null ? price.group(2) : price.group(1);
    return Optional.of(
        Long.parseLong(DECIMALS.matcher(amount).replaceAll("").replaceAll("\\D", "")));
  }

  /** Whether it is marked as sold, at its head: the words of its description do not count. */
  boolean sold(List<String> words) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int head = 0;
    while (head < lines.size() && price(lines.get(head)).isEmpty()) {
      head++;
    }
    // Without a price that is known the head is short: what stands below may be another listing's.
    return lines.stream()
        .limit(head == lines.size() ? HEAD_LINES : head + 2L)
        .flatMap(line -> Pattern.compile("\u00b7").splitAsStream(line))
        .map(ItemPage::plain)
        .anyMatch(words::contains);
  }

  /** What the site says of the listing besides showing it. */
  public List<String> remarks(FormMap map) {
    return Stream.of("reviewed", "duplicate")
        .flatMap(name -> map.text(name).stream())
        .filter(remark -> plain(text).contains(remark))
        .toList();
  }

  boolean carries(String marker) {
    return contains(marker);
  }

  boolean contains(String words) {
    return plain(text).contains(plain(words));
  }

  public boolean shows(long number) {
    return amounts(text).anyMatch(String.valueOf(number)::equals);
  }

  /** Whether the text shows a price to the unit. */
  static boolean showsPrice(String text) {
    return PRICE.matcher(text).find();
  }

  /** All numbers in a text, without their separators. */
  public static Stream<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(found -> found.group().replaceAll("\\D", ""));
  }

  /** The same, and those that end in two decimals also without them. */
  static Stream<String> amounts(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> found.group().strip())
        .flatMap(number -> Stream.of(number, DECIMALS.matcher(number).replaceAll("")))
        .map(number -> number.replaceAll("\\D", ""));
  }

  public static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }
}
