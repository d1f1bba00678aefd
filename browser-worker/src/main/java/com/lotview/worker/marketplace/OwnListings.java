package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.SellingPage.Card;
import com.lotview.worker.marketplace.SellingPage.Dialog;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds one listing among the account's own, by its id or its marker: titles only say where to look
 * first. "Absent" is said only after the list was read to its end and every card that could be the
 * one was opened, because a second listing may be made, or a removal be believed, on the strength
 * of it. Changes nothing.
 */
final class OwnListings {

  private static final String NO_LIST = "the list of the account's listings did not appear";
  private static final String NO_END = "the list of the account's listings does not come to an end";

  /** So many of the newest cards are opened before the search is asked. */
  private static final int FIRST = 4;

  private final Page page;
  private final SellingPage selling;

  OwnListings(Page page) {
    this.page = page;
    this.selling = new SellingPage(page);
  }

  /** What looking for an id brought. */
  sealed interface Finding {

    /** This card is the listing's; its dialog is open. */
    record Here(Card card) implements Finding {}

    record Absent() implements Finding {}

    record Unreadable(String reason) implements Finding {}
  }

  /** The page that was searched; after {@link Finding.Here} the listing's dialog is open on it. */
  SellingPage page() {
    return selling;
  }

  /**
   * Looks through the whole list for the listing whose text carries the marker. Of a list that does
   * not show all that it has, the search may still find it; that it does not find it says nothing.
   */
  Search byMarker(String marker, String title, long price) {
    if (!selling.open()) {
      return new Search.Unreadable(NO_LIST);
    }
    if (selling.readToEnd()) {
      return amongShown(marker, title, price);
    }
    return selling.open()
            && selling.search(title)
            && amongShown(marker, title, price) instanceof Search.Found found
        ? found
        : new Search.Unreadable(NO_END);
  }

  private Search amongShown(String marker, String title, long price) {
    List<Card> cards = selling.cards();
    Set<String> ids = new LinkedHashSet<>();
    for (Card card : cards.stream().filter(card -> card.mayBe(title, price)).toList()) {
      Optional<Dialog> dialog = selling.openDialog(card);
      selling.closeDialog();
      if (dialog.isEmpty()) {
        return new Search.Unreadable(unopened(card));
      }
      ids.add(dialog.get().id());
    }
    return marked(marker, ids, cards.size());
  }

  private Search marked(String marker, Set<String> ids, int listings) {
    for (String id : ids) {
      if (!(ItemPage.look(page, id) instanceof ItemPage.Sight.Shown shown)) {
        return new Search.Unreadable("the page of listing " + id + " could not be read");
      }
      if (shown.item().carries(marker)) {
        return new Search.Found(id, page.settings().site().resolve(ItemPage.path(id)).toString());
      }
    }
    return new Search.Absent(listings, ids.size());
  }

  /**
   * Looks for a listing that was made just now: among the cards that the list shows first, then by
   * the search.
   */
  Finding lately(String id, String title, long price) {
    if (!selling.openOrStay()) {
      return new Finding.Unreadable(NO_LIST);
    }
    List<Card> first = selling.cards();
    Finding found =
        opened(id, first.stream().filter(card -> card.mayBe(title, price)).limit(FIRST), title);
    return found instanceof Finding.Here ? found : bySearch(id, title);
  }

  /** Looks for the id among what the list's search finds by the title. */
  Finding bySearch(String id, String title) {
    if (!selling.open()) {
      return new Finding.Unreadable(NO_LIST);
    }
    boolean narrowed = selling.search(title);
    return narrowed
        ? among(id, card -> !card.draft(), title)
        : among(id, card -> card.mayBe(title, -1), title);
  }

  /** As {@link #bySearch}; if that does not find it, looks through the whole list as well. */
  Finding byId(String id, String title, long price) {
    Finding found = bySearch(id, title);
    if (!(found instanceof Finding.Absent)) {
      return found;
    }
    // The search may not know a new listing yet, or its owner has changed the title.
    return selling.open()
        ? among(id, card -> card.mayBe(title, price), title)
        : new Finding.Unreadable(NO_LIST);
  }

  private Finding among(String id, Predicate<Card> wanted, String title) {
    return selling.readToEnd()
        ? opened(id, selling.cards().stream().filter(wanted), title)
        : new Finding.Unreadable(NO_END);
  }

  private Finding opened(String id, Stream<Card> cards, String title) {
    Finding result = new Finding.Absent();
    Comparator<Card> likelyFirst = Comparator.comparing(card -> !card.entitled(title));
    for (Card card : cards.sorted(likelyFirst).toList()) {
      Optional<Dialog> dialog = selling.openDialog(card);
      if (dialog.filter(open -> open.id().equals(id)).isPresent()) {
        return new Finding.Here(card);
      }
      selling.closeDialog();
      if (dialog.isEmpty()) {
        result = new Finding.Unreadable(unopened(card));
      }
    }
    return result;
  }

  private static String unopened(Card card) {
    return "the listing \"" + card.title() + "\" could not be opened";
  }
}
