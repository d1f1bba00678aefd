package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.SellingPage.Reading;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.text.DealerTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids of cards that may be certain listings'; only their dialogs show them. */
final class CardIds {
  private final Page page;
  private final SellingPage selling;
  private final Map<String, Card> byId = new HashMap<>();
  private Optional<String> unread = Optional.empty();
  private CardWords words;

  CardIds(Page page, SellingPage selling) {
    this.page = page;
    this.selling = selling;
    this.words = new CardWords(page.map(), List.of());
  }

  /**
   * Reads the list again and opens each card that may be one of these listings'.
   *
   * @param known cards whose listing is known to be another one
   * @param most maximum number of dialogs
   */
  void open(List<AskedListing> asked, Set<Card> known, int most) {
    if (!selling.open()) {
      unread = Optional.of(DealerTexts.LIST_MISSING);
      return;
    }
    Reading list = selling.read();
    words = new CardWords(page.map(), list.cards());
    if (list instanceof Reading.Part part) {
      unread = Optional.of(part.why());
    }
    List<Card> candidates =
        list.cards().stream()
            .filter(card -> !known.contains(card))
            .filter(card -> asked.stream().anyMatch(one -> mayBe(card, one)))
            .toList();
    if (candidates.size() > most) {
      unread = Optional.of(DealerTexts.tooManyToOpen(candidates.size()));
    }
    candidates.stream().limit(most).forEach(this::open);
  }

  private static boolean mayBe(Card card, AskedListing one) {
    Long price = one.price();
    return card.mayBe(one.title(), price == null ? -1 : price);
  }

  private void open(Card card) {
    Optional<CardDialog.Shown> dialog = selling.dialog().open(card);
    selling.dialog().close();
    dialog.ifPresentOrElse(
        shown -> byId.put(shown.id(), card),
        () -> unread = Optional.of(DealerTexts.notOpened(card.title())));
  }

  /** The listing's card; empty also if it was not opened. */
  Optional<Card> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Why a listing may have a card that was not opened; empty if all were. */
  Optional<String> unread() {
    return unread;
  }

  /** What the cards of the list say. */
  CardWords words() {
    return words;
  }
}
