package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.ItemPage.Sight;
import com.lotview.worker.marketplace.listings.SellingPage.Reading;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says how listings of the account stand. Reads "Your listings" to its end once; what its cards do
 * not settle is read on the listings' own pages, and where such a page is gone, on the cards'
 * dialogs, which show the ids. Clicks nothing else, and changes nothing.
 */
public final class SurveyListings {

  /** Maximum number of listing pages and of dialogs to open in one survey; the others wait. */
  private static final int MAX_OPENED = 40;

  /** A price that no card shows. */
  private static final long NO_PRICE = -1;

  private final Page page;
  private final SellingPage selling;
  private final Map<AskedListing, Survey.Seen> seen = new LinkedHashMap<>();

  public SurveyListings(Page page) {
    this.page = page;
    this.selling = new SellingPage(page);
  }

  /**
   * Surveys.
   *
   * @throws StoppedException if the list does not appear, or the site stops the account
   */
  public Survey of(List<AskedListing> asked) {
    Reading list = list();
    CardWords words = new CardWords(page.map(), list.cards());
    CardMatches matches = new CardMatches(asked, list.cards(), words);
    matches.cards().forEach((one, card) -> seen.put(one, listed(one, card, words, matches)));
    Map<AskedListing, Sight> pages = pages(asked);
    List<AskedListing> doubtful =
        pages.entrySet().stream()
            .filter(one -> isDoubtful(one.getKey(), one.getValue(), list))
            .map(Map.Entry::getKey)
            .toList();
    CardIds ids = new CardIds(page, selling);
    if (!doubtful.isEmpty()) {
      ids.open(doubtful, Set.copyOf(matches.cards().values()), MAX_OPENED);
    }
    pages.forEach((one, sight) -> seen.put(one, judged(one, sight, ids)));
    return survey(asked, list);
  }

  private Reading list() {
    if (!selling.open()) {
      PageState.of(page).ifPresent(PageState::orStop);
      throw new StoppedException(new PostingOutcome.Retryable(DealerTexts.LIST_MISSING));
    }
    return selling.read();
  }

  private Survey.Seen listed(AskedListing asked, Card card, CardWords words, CardMatches matches) {
    String says = words.about(card);
    return new Survey.Seen(
        asked.id(),
        words.inReview(card) ? Survey.State.IN_REVIEW : Survey.State.LIVE,
        asked.price(),
        says.isEmpty() ? null : says,
        matches.isOwn(asked) ? words.clicks(card).orElse(null) : null,
        words.renewable(card));
  }

  private Map<AskedListing, Sight> pages(List<AskedListing> asked) {
    Map<AskedListing, Sight> pages = new LinkedHashMap<>();
    for (AskedListing one : asked) {
      if (seen.containsKey(one)) {
        continue;
      }
      if (pages.size() == MAX_OPENED) {
        seen.put(one, unreadable(one, DealerTexts.NOT_THIS_TIME));
      } else {
        pages.put(one, ItemPage.look(page, one.id()));
      }
    }
    return pages;
  }

  /** Whether the listing's card must be found to say how it stands. */
  private boolean isDoubtful(AskedListing asked, Sight sight, Reading list) {
    return switch (sight) {
      case Sight.Gone _ -> true;
      case Sight.Shown shown ->
          !isSold(shown)
              && list.cards().stream()
                  .anyMatch(card -> card.sold() && card.mayBe(asked.title(), NO_PRICE));
      case Sight.Unclear _ -> false;
    };
  }

  private boolean isSold(Sight.Shown shown) {
    return shown.item().sold(page.map().text("sold"));
  }

  private Survey.Seen judged(AskedListing asked, Sight sight, CardIds ids) {
    Optional<Card> card = ids.find(asked.id());
    return switch (sight) {
      case Sight.Shown shown ->
          isSold(shown) || card.filter(Card::sold).isPresent()
              ? Survey.Seen.of(asked.id(), Survey.State.SOLD, null)
              : live(asked, shown);
      case Sight.Gone _ ->
          card.map(one -> gone(asked, one, ids)).orElseGet(() -> absent(asked, ids));
      case Sight.Unclear unclear -> unreadable(asked, unclear.reason());
    };
  }

  private Survey.Seen live(AskedListing asked, Sight.Shown shown) {
    return shown
        .item()
        .price()
        .map(price -> new Survey.Seen(asked.id(), Survey.State.LIVE, price, null, null, false))
        .orElseGet(() -> unreadable(asked, DealerTexts.noPriceShown(asked.id())));
  }

  private static Survey.Seen gone(AskedListing asked, Card card, CardIds ids) {
    return card.sold()
        ? Survey.Seen.of(asked.id(), Survey.State.SOLD, null)
        : Survey.Seen.of(asked.id(), Survey.State.REJECTED, ids.words().about(card));
  }

  private static Survey.Seen absent(AskedListing asked, CardIds ids) {
    return ids.unread()
        .map(why -> unreadable(asked, why))
        .orElseGet(() -> Survey.Seen.of(asked.id(), Survey.State.ABSENT, null));
  }

  private static Survey.Seen unreadable(AskedListing asked, String why) {
    return Survey.Seen.of(asked.id(), Survey.State.UNREADABLE, why);
  }

  private Survey survey(List<AskedListing> asked, Reading list) {
    List<Survey.Seen> all = asked.stream().map(seen::get).toList();
    long ours =
        all.stream()
            .filter(
                one -> one.state() != Survey.State.ABSENT && one.state() != Survey.State.UNREADABLE)
            .count();
    long cards = list.cards().stream().filter(card -> !card.draft()).count();
    return new Survey(list instanceof Reading.Whole, (int) Math.max(0, cards - ours), all);
  }
}
