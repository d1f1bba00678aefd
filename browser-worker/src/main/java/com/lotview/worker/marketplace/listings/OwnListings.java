package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.ItemPage.Sight;
import com.lotview.worker.marketplace.listings.ListingSigns.Match;
import com.lotview.worker.marketplace.listings.SellingPage.Reading;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.text.DealerTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds one listing among the account's own, by its id or by an order's signs; titles only set the
 * order of reading. "Absent" needs a list that was read to its end, with a proof for each card that
 * it is another listing's: it may allow a second click or prove a removal. Changes nothing.
 */
public final class OwnListings {

  /** Number of newest cards to open before the search. */
  private static final int FIRST_CARDS = 4;

  /** Maximum number of possible listings to open. */
  private static final int MAX_OPENED = 40;

  private final Page page;
  private final SellingPage selling;

  public OwnListings(Page page) {
    this.page = page;
    this.selling = new SellingPage(page);
  }

  /** The result of a search by id. */
  public sealed interface Finding {

    /** This card is the listing's, and its dialog is open. */
    record Here(Card card) implements Finding {}

    record Absent() implements Finding {}

    record Unreadable(String reason) implements Finding {}
  }

  /** The list; after {@link Finding.Here} it shows the listing's dialog. */
  public SellingPage page() {
    return selling;
  }

  /**
   * Searches the whole list for the order's listing. If the list is incomplete, the search box may
   * still find it; not finding it proves nothing.
   */
  public Search bySigns(ListingSigns signs) {
    if (!selling.open()) {
      return new Search.Unreadable(DealerTexts.LIST_MISSING);
    }
    return switch (selling.read()) {
      case Reading.Whole whole -> amongAll(whole, signs);
      case Reading.Part part -> {
        Search found = amongSome(part.cards(), signs);
        yield found instanceof Search.Found || !searched(signs)
            ? orUnread(found, part)
            : orUnread(amongSome(selling.cards(), signs), part);
      }
    };
  }

  private boolean searched(ListingSigns signs) {
    return selling.open() && selling.search(signs.title());
  }

  private static Search orUnread(Search found, Reading.Part part) {
    return found instanceof Search.Found ? found : new Search.Unreadable(part.why());
  }

  private Search amongAll(Reading.Whole whole, ListingSigns signs) {
    if (whole.cards().isEmpty()) {
      return amongAllAgain(signs, DealerTexts.LIST_EMPTY_ONCE);
    }
    List<Card> open = open(whole, signs);
    if (open.size() <= FIRST_CARDS) {
      return judged(open, signs, ruledOut(whole, signs));
    }
    // The likely ones first, because there may be too many to open.
    Search likely = amongSome(likelyFirst(open, signs).limit(FIRST_CARDS).toList(), signs);
    if (likely instanceof Search.Found) {
      return likely;
    }
    if (open.size() > MAX_OPENED) {
      return new Search.Unreadable(DealerTexts.tooManyToOpen(open.size()));
    }
    return amongAllAgain(signs, DealerTexts.LIST_MISSING);
  }

  /**
   * Reads the list once more and judges all of it.
   *
   * @param unread the reason if the second reading is incomplete
   */
  private Search amongAllAgain(ListingSigns signs, String unread) {
    return selling.open() && selling.read() instanceof Reading.Whole again
        ? judged(open(again, signs), signs, ruledOut(again, signs))
        : new Search.Unreadable(unread);
  }

  private static List<Card> open(Reading.Whole whole, ListingSigns signs) {
    return whole.cards().stream().filter(card -> signs.ruledOut(card).isEmpty()).toList();
  }

  private static List<Search.RuledOut> ruledOut(Reading.Whole whole, ListingSigns signs) {
    return whole.cards().stream()
        .flatMap(card ->
            signs.ruledOut(card).stream()
                .map(other -> new Search.RuledOut(card.title(), other.proof())))
        .toList();
  }

  private static Stream<Card> likelyFirst(List<Card> cards, ListingSigns signs) {
    return cards.stream().sorted(Comparator.comparing(card -> !card.entitled(signs.title())));
  }

  private Search amongSome(List<Card> cards, ListingSigns signs) {
    List<Card> open =
        cards.stream().filter(card -> signs.ruledOut(card).isEmpty()).limit(MAX_OPENED).toList();
    return judged(open, signs, List.of());
  }

  /** Opens the cards and their pages; one that proves nothing makes the result unreadable. */
  private Search judged(
      List<Card> cards, ListingSigns signs, List<Search.RuledOut> ruledOutByCard) {
    List<Search.RuledOut> ruledOut = new ArrayList<>(ruledOutByCard);
    List<String> doubts = new ArrayList<>();
    for (Opened one : opened(likelyFirst(cards, signs).toList(), doubts)) {
      switch (match(one.id(), signs, signs.isOlder(one.card()))) {
        case Match.Ours _ -> {
          return new Search.Found(one.id(), address(one.id()));
        }
        case Match.Another other ->
            ruledOut.add(new Search.RuledOut(one.card().title(), other.proof()));
        case Match.CannotTell unclear ->
            doubts.add("listing " + one.id() + ": " + unclear.reason());
      }
    }
    return doubts.isEmpty()
        ? new Search.Absent(ruledOut)
        : new Search.Unreadable(String.join("; ", doubts));
  }

  private List<Opened> opened(List<Card> cards, List<String> doubts) {
    List<Opened> opened = new ArrayList<>();
    for (Card card : cards) {
      Optional<CardDialog.Shown> dialog = selling.dialog().open(card);
      selling.dialog().close();
      if (dialog.isEmpty()) {
        doubts.add(unopened(card));
      } else if (opened.stream().anyMatch(other -> other.id().equals(dialog.get().id()))) {
        doubts.add(DealerTexts.sameListing(dialog.get().id()));
      } else {
        opened.add(new Opened(card, dialog.get().id()));
      }
    }
    return opened;
  }

  private record Opened(Card card, String id) {}

  /** Whether the page of this listing proves that it is the order's. */
  public boolean isOurs(String id, ListingSigns signs) {
    return match(id, signs, false) instanceof Match.Ours;
  }

  private Match match(String id, ListingSigns signs, boolean older) {
    return switch (ItemPage.read(page, id, signs.description())) {
      case Sight.Shown shown -> signs.of(shown.item(), older);
      case Sight.Gone _ -> new Match.CannotTell("its card is there, and its page says it is gone");
      case Sight.Unclear unclear ->
          unclear
              .item()
              .map(item -> signs.of(item, older))
              .orElseGet(() -> new Match.CannotTell(unclear.reason()));
    };
  }

  private String address(String id) {
    return page.settings().site().resolve(ItemPage.path(id)).toString();
  }

  /** Finds a new listing: among the first cards of the list, then by the search. */
  public Finding lately(String id, String title, long price) {
    if (!selling.openOrStay()) {
      return new Finding.Unreadable(DealerTexts.LIST_MISSING);
    }
    List<Card> first = selling.cards();
    Finding found =
        opened(
            id, first.stream().filter(card -> card.mayBe(title, price)).limit(FIRST_CARDS), title);
    return found instanceof Finding.Here ? found : bySearch(id, title);
  }

  /** Finds the id among the search results for the title. */
  Finding bySearch(String id, String title) {
    if (!selling.open()) {
      return new Finding.Unreadable(DealerTexts.LIST_MISSING);
    }
    boolean narrowed = selling.search(title);
    return narrowed
        ? among(id, card -> !card.draft(), title)
        : among(id, card -> card.mayBe(title, -1), title);
  }

  /** As {@link #bySearch}, then through the whole list. */
  public Finding byId(String id, String title, long price) {
    Finding found = bySearch(id, title);
    if (!(found instanceof Finding.Absent)) {
      return found;
    }
    // The search may not know a new listing yet, or its labeler has changed the title.
    return selling.open()
        ? among(id, card -> card.mayBe(title, price), title)
        : new Finding.Unreadable(DealerTexts.LIST_MISSING);
  }

  private Finding among(String id, Predicate<Card> wanted, String title) {
    Reading list = selling.read();
    Finding found = opened(id, list.cards().stream().filter(wanted), title);
    return found instanceof Finding.Absent && list instanceof Reading.Part part
        ? new Finding.Unreadable(part.why())
        : found;
  }

  private Finding opened(String id, Stream<Card> cards, String title) {
    Finding result = new Finding.Absent();
    Comparator<Card> likelyFirst = Comparator.comparing(card -> !card.entitled(title));
    for (Card card : cards.sorted(likelyFirst).toList()) {
      Optional<CardDialog.Shown> dialog = selling.dialog().open(card);
      if (dialog.filter(open -> open.id().equals(id)).isPresent()) {
        return new Finding.Here(card);
      }
      selling.dialog().close();
      if (dialog.isEmpty()) {
        result = new Finding.Unreadable(unopened(card));
      }
    }
    return result;
  }

  private static String unopened(Card card) {
    return DealerTexts.notOpened(card.title());
  }
}
