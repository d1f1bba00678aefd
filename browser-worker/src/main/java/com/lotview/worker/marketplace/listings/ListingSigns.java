package com.lotview.worker.marketplace.listings;

import com.lotview.form.Texts;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The signs of an order's listing. Decides whether a card or page shows that listing. Pure.
 *
 * <p>A listing counts as another one only with a proof: the reference of another order; a date
 * before the order's click with another title, price or text; or a completely read text that shares
 * nothing with the order. A page that was not read completely proves nothing.
 *
 * @param marker the order's reference, such as {@code LV-7Q4K9}
 * @param title as the site makes it
 * @param price in whole units of the account's currency
 * @param description the entered text with its marker
 * @param madeSince the earliest day of the listing; null if unknown, then dates prove nothing
 */
public record ListingSigns(
    String marker,
    String title,
    long price,
    int mileage,
    String description,
    @Nullable LocalDate madeSince) {

  /** References are {@code LV-} and five characters; tests use longer ones. */
  private static final Pattern MARKER = Pattern.compile("\\bLV-[0-9A-Z]{5,8}\\b");

  /** Title, price, mileage, and the beginning of the text. */
  private static final int SIGN_COUNT = 4;

  /** This many characters of the description's beginning must match, or all of a shorter one. */
  private static final int BEGINNING_CHARS = 60;

  /** Without these characters the text begins differently. */
  private static final int GLIMPSE_CHARS = 20;

  public static ListingSigns of(
      ListingOrder order, FormValues values, @Nullable LocalDate madeSince) {
    return new ListingSigns(
        order.marker(),
        values.title(),
        values.priceDollars(),
        values.mileage(),
        values.description(),
        madeSince);
  }

  /**
   * The proof that the card is another listing's; empty if it must be opened. A date is a proof
   * only with another title or price, because the site may show other dates.
   */
  Optional<Match.Another> ruledOut(Card card) {
    if (card.draft()) {
      return Optional.of(new Match.Another("an unfinished form"));
    }
    if (isOlder(card) && !card.mayShow(title, price)) {
      return Optional.of(
          new Match.Another(
              "listed before the order's click, and another title or price: " + card.text()));
    }
    boolean young = madeSince != null && card.listedSince(madeSince);
    return young || card.mayBe(title, price)
        ? Optional.empty()
        : Optional.of(new Match.Another("another title and another price: " + card.text()));
  }

  /** Whether the card shows a date before the order's click. */
  boolean isOlder(Card card) {
    return madeSince != null && card.listedBefore(madeSince);
  }

  /**
   * What a listing's page proves.
   *
   * @param older whether its card shows a date before the order's click
   */
  Match of(ItemPage item, boolean older) {
    if (item.carries(marker)) {
      return new Match.Ours("its reference");
    }
    Optional<String> other = otherMarker(item);
    if (other.isPresent() && item.familiar()) {
      return new Match.Another("it carries the reference " + other.get());
    }
    List<String> shared = shared(item);
    if (!item.whole() && shared.size() == SIGN_COUNT && !showsPastTheReference(item)) {
      return new Match.Ours("title, price, mileage and the beginning of its text");
    }
    if (!item.familiar()) {
      return new Match.CannotTell("its page has a layout that is not known");
    }
    if (!item.described()) {
      return new Match.CannotTell("its description was not found");
    }
    if (older && !item.contains(beginning(GLIMPSE_CHARS))) {
      return new Match.Another("listed before the order's click, and its text begins otherwise");
    }
    if (!item.whole()) {
      return new Match.CannotTell("its text could not be read to the end");
    }
    return shared.isEmpty()
        ? new Match.Another("its whole text shares nothing with the order")
        : new Match.CannotTell(
            "it shows the order's " + String.join(", ", shared) + ", but no reference");
  }

  private List<String> shared(ItemPage item) {
    List<String> shared = new ArrayList<>();
    if (Texts.key(item.text()).contains(Texts.key(title))) {
      shared.add("title");
    }
    if (item.shows(price)) {
      shared.add("price");
    }
    if (item.shows(mileage)) {
      shared.add("mileage");
    }
    if (item.contains(beginning(BEGINNING_CHARS))) {
      shared.add("beginning of its text");
    }
    return shared;
  }

  /** Whether it shows the text after the reference: then the reference is missing. */
  private boolean showsPastTheReference(ItemPage item) {
    String after =
        ItemPage.plain(description.substring(description.indexOf(marker) + marker.length()));
    return after.length() > GLIMPSE_CHARS
        && item.contains(after.substring(2, Math.min(after.length(), 42)));
  }

  private String beginning(int length) {
    String plain = ItemPage.plain(description);
    return plain.length() <= length ? plain : plain.substring(0, length);
  }

  private Optional<String> otherMarker(ItemPage item) {
    return MARKER
        .matcher(item.text())
        .results()
        .map(found -> found.group())
        // A stock number in the order's own text may look like a reference.
        .filter(found -> !description.contains(found))
        .findFirst();
  }

  /**
   * Whether a listing at the site is the order's. {@link Another} may allow a second click, so it
   * names its proof; without a proof it is {@link CannotTell}.
   */
  public sealed interface Match {

    /**
     * It is the order's listing.
     *
     * @param by the signs that prove it
     */
    record Ours(String by) implements Match {}

    /**
     * It is certainly another listing.
     *
     * @param proof what proves it
     */
    record Another(String proof) implements Match {}

    /**
     * The page proves nothing.
     *
     * @param reason what is missing or ambiguous
     */
    record CannotTell(String reason) implements Match {}
  }
}
