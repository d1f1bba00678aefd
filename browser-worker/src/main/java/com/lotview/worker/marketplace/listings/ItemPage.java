package com.lotview.worker.marketplace.listings;

import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.WebElement;

/**
 * A listing's public page, as text.
 *
 * @param text all text of the listing's block, also what only styles hide
 * @param photos number of different pictures
 * @param whole whether no text is known to be missing: no fold is left and nothing is cut off
 * @param described whether it has a description besides the facts
 * @param familiar whether it has a known layout
 */
public record ItemPage(
    String text, int photos, boolean whole, boolean described, boolean familiar) {

  /** Up to 12 digits with separators, so that it fits into a long; also grouped as in India. */
  private static final String AMOUNT =
      "(?:\\d{1,2}(?:,\\d{2}){1,3},\\d{3}"
          + "|\\d{1,3}(?:[., '\\u2019\\u00a0\\u202f]?\\d{3}){0,3})"
          + "(?:[.,]\\d{2})?(?![.,'\\u2019]?\\d)";

  /** Abbreviations of thousands and millions that do not begin a word. */
  private static final String ROUNDED = "(?![.,]?\\d*\\s?(?:[kKmM]|rb|jt|mil)(?!\\p{Ll}))";

  /** Signs and codes of currencies, such as US$, R$, £, €, Rp, CHF; page.js has the same. */
  private static final String CURRENCY =
      "(?:[A-Z]{0,3}\\p{Sc}|(?:Rp|Bs|S/|Rs|kr)\\.?|(?:KSh|RM|CHF|z\u0142|K\u010d|Ft|lei"
          + "|USD|CAD|AUD|NZD|GBP|EUR|IDR|BRL|MXN|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|ZAR)"
          + "(?!\\p{L}))";

  private static final Pattern PRICE =
      Pattern.compile(
          "%3$s\\h?%1$s%2$s|(?<![\\d.,])%1$s\\h?%3$s".formatted(AMOUNT, ROUNDED, CURRENCY));

  private static final Pattern PRICE_LINE =
      Pattern.compile("^\\h*(%2$s)\\h?(%1$s)|^\\h*(%1$s)\\h?(%2$s)".formatted(AMOUNT, CURRENCY));

  private static final Pattern DECIMALS = Pattern.compile("[.,]\\d{2}$");

  private static final Pattern ADDRESS = Pattern.compile("/marketplace/item/(\\d+)");

  /** Minimum number of lines at the head of a page. */
  private static final int HEAD_LINES = 4;

  /** Maximum wait for the next picture. */
  private static final Duration NEXT_PICTURE_TIMEOUT = Duration.ofSeconds(1);

  private static final Pattern NUMBER =
      Pattern.compile("\\d(?:[\\d., \\u00a0\\u202f]|['\\u2019](?=\\d{3}))*");

  /** The id in a listing's address; empty for any other address. */
  public static Optional<String> idIn(String address) {
    Matcher id = ADDRESS.matcher(address);
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  public static String path(String id) {
    return "/marketplace/item/" + id + "/";
  }

  /** The page at a listing's address. */
  public sealed interface Sight {
    record Shown(ItemPage item) implements Sight {}

    /** The site says in known words that the listing does not exist any more. */
    record Gone() implements Sight {}

    /**
     * The page has an unknown layout or did not load. What it does not show proves nothing.
     *
     * @param item what could be read
     */
    record Unclear(String reason, Optional<ItemPage> item) implements Sight {
      Unclear(String reason) {
        this(reason, Optional.empty());
      }
    }
  }

  /** Opens and reads the page without opening folds. */
  public static Sight look(Page page, String id) {
    return new ItemReader(page, id, "").look();
  }

  /**
   * Opens the page, unfolds its texts and reads it.
   *
   * @param expected the text that the page should show
   */
  public static Sight read(Page page, String id, String expected) {
    return new ItemReader(page, id, expected).read();
  }

  /**
   * The same with all photos, if the page shows them one by one: goes to the next one until it has
   * seen enough or one repeats.
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
          page.until(
              NEXT_PICTURE_TIMEOUT, () -> reader.seen().filter(answer -> another(answer, known)));
    }
    return new ItemPage(text, Math.max(photos, known.size()), whole, described, familiar);
  }

  private static boolean another(ScriptResult answer, Set<String> known) {
    return answer.texts("pictures").stream().anyMatch(one -> !known.contains(one));
  }

  /** The price in whole units of the currency; empty if the head of the page shows none. */
  public Optional<Long> price() {
    return text.lines()
        .flatMap(line -> priced(line).stream())
        .map(price -> price.group(price.group(2) == null ? 3 : 2))
        .map(amount -> DECIMALS.matcher(amount).replaceAll("").replaceAll("\\D", ""))
        .map(Long::parseLong)
        .findFirst();
  }

  /** The currency of the price, as the page shows it; empty without a price. */
  public String currency() {
    return text.lines()
        .flatMap(line -> priced(line).stream())
        .map(price -> price.group(price.group(2) == null ? 4 : 1))
        .findFirst()
        .orElse("");
  }

  private static Optional<MatchResult> priced(String line) {
    Matcher price = PRICE_LINE.matcher(line);
    return price.find() ? Optional.of(price.toMatchResult()) : Optional.empty();
  }

  /** Whether the head of the page marks it as sold; the description does not count. */
  public boolean sold(List<String> words) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    int head = 0;
    while (head < lines.size() && priced(lines.get(head)).isEmpty()) {
      head++;
    }
    // Without a known price only the first lines count: the rest may be another listing's.
    return lines.stream()
        .limit(head == lines.size() ? HEAD_LINES : head + 2L)
        .flatMap(line -> Pattern.compile("\u00b7").splitAsStream(line))
        .map(ItemPage::plain)
        .anyMatch(words::contains);
  }

  /** The site's remarks on the listing. */
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
