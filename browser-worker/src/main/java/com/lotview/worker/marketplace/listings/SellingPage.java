package com.lotview.worker.marketplace.listings;

import static java.util.Map.entry;

import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** "Your listings": its cards and its search. A card shows no id; its dialog does. */
public final class SellingPage {

  private static final String PATH = "/marketplace/you/selling";

  /** Without new cards for this time, the list is at its end. */
  private static final Duration GROWS_WITHIN = Duration.ofMillis(1500);

  /** Maximum time until the list changes after typing into its search box. */
  private static final Duration SEARCHES_WITHIN = Duration.ofSeconds(3);

  /** A list that has not changed for this time has settled. */
  private static final Duration SETTLE_TIME = Duration.ofMillis(400);

  private static final int MAX_SCROLLS = 100;

  private final Page page;
  private final CardDialog dialog;

  SellingPage(Page page) {
    this.page = page;
    this.dialog = new CardDialog(page, this::look);
  }

  /** A reading of the list. */
  sealed interface Reading {

    /** All cards, read to the end. Only this can prove an absence. */
    record Whole(List<Card> cards) implements Reading {
      public Whole {
        cards = List.copyOf(cards);
      }
    }

    /**
     * Some of the cards; the others are unknown.
     *
     * @param why why the list was not read to its end
     */
    record Part(List<Card> cards, String why) implements Reading {
      public Part {
        cards = List.copyOf(cards);
      }
    }

    List<Card> cards();
  }

  /** Opens the page and waits for the list; false if it does not appear. */
  boolean open() {
    page.open(PATH);
    return listed();
  }

  /** The same, but stays on the page if it is open. */
  boolean openOrStay() {
    return page.address().contains(PATH) ? listed() : open();
  }

  /**
   * Filters the list by its search box.
   *
   * @return false if there is no search box or it does not take the words; the list is unfiltered
   *     then
   */
  boolean search(String words) {
    Optional<WebElement> box = searchBox().flatMap(seen -> seen.element("node"));
    if (box.isEmpty()) {
      return false;
    }
    List<Card> before = cards();
    page.click(box.get());
    page.clear(box.get());
    page.type(box.get(), words);
    if (searchBox().filter(seen -> seen.text("value").equals(words)).isEmpty()) {
      return false;
    }
    // An unchanged list may be the result too; only waiting distinguishes it from a slow one.
    if (page.until(SEARCHES_WITHIN, () -> changed(before)).isEmpty()) {
      searchBox()
          .flatMap(seen -> seen.element("node"))
          .ifPresent(seen -> seen.sendKeys(Keys.ENTER));
    }
    return listed() && settled();
  }

  /**
   * Scrolls to the end. The reading is partial if the list has no end, removes cards outside the
   * view, shows listings in another layout, or has an unknown control that may show more.
   */
  Reading read() {
    List<String> first = titles();
    boolean end = atEnd();
    List<Card> cards = cards();
    Optional<String> missing =
        !end
            ? Optional.of(DealerTexts.LIST_ENDLESS)
            : !stillHas(first) ? Optional.of(DealerTexts.LIST_PARTIAL) : unread(cards);
    return missing
        .<Reading>map(why -> new Reading.Part(cards, DealerTexts.listUnread(why)))
        .orElse(new Reading.Whole(cards));
  }

  /** Why the list at its end was not read completely. */
  private Optional<String> unread(List<Card> cards) {
    Optional<ScriptResult> rest = page.ask("selling.rest", words());
    if (rest.isEmpty() || rest.get().number("cards") != cards.size()) {
      return Optional.of(DealerTexts.LIST_CHANGES);
    }
    if (rest.get().number("strays") > 0) {
      return Optional.of(DealerTexts.LIST_LAYOUT);
    }
    if (rest.get().number("behind") > 0) {
      return Optional.of(DealerTexts.LIST_MORE);
    }
    return cards.isEmpty() ? unproven() : Optional.empty();
  }

  /** An empty list may be slow: the site must say that it is empty, and it must stay so. */
  private Optional<String> unproven() {
    if (page.until(SEARCHES_WITHIN, () -> yes(!cards().isEmpty() || busy())).isPresent()) {
      return Optional.of(DealerTexts.LIST_CHANGES);
    }
    return state().filter(seen -> seen.flag("none")).isEmpty()
        ? Optional.of(DealerTexts.LIST_EMPTY_UNSAID)
        : Optional.empty();
  }

  private List<String> titles() {
    return cards().stream().map(Card::title).toList();
  }

  private boolean stillHas(List<String> before) {
    List<String> now = new ArrayList<>(titles());
    return before.stream().allMatch(now::remove);
  }

  private boolean atEnd() {
    for (int i = 0; i < MAX_SCROLLS; i++) {
      List<String> before = titles();
      if (before.isEmpty()) {
        return true;
      }
      page.raw("selling.scrollEnd");
      Optional<Boolean> more = more(before);
      if (more.isEmpty() || !more.get()) {
        return more.isPresent();
      }
    }
    return false;
  }

  /** Whether more cards appeared; empty if they may still appear. */
  private Optional<Boolean> more(List<String> before) {
    if (page.until(GROWS_WITHIN, () -> yes(grown(before))).isPresent()) {
      return Optional.of(true);
    }
    // The loading sign at the foot brings more cards or disappears at the end.
    if (busy()) {
      page.until(page.settings().page(), () -> yes(grown(before) || !busy()));
      if (busy() && !grown(before)) {
        return Optional.empty();
      }
    }
    return Optional.of(grown(before) || askedForMore(before));
  }

  private boolean grown(List<String> before) {
    return !titles().equals(before);
  }

  /** Clicks the control at the foot that shows more cards; false without effect. */
  private boolean askedForMore(List<String> before) {
    Optional<WebElement> control =
        page.ask("selling.rest", words()).flatMap(rest -> rest.element("more"));
    control.ifPresent(page::click);
    return control.isPresent()
        && page.until(page.settings().page(), () -> yes(grown(before))).isPresent();
  }

  List<Card> cards() {
    return page.raw("selling.cards", words()) instanceof List<?> list
        ? list.stream().flatMap(SellingPage::card).toList()
        : List.of();
  }

  /** The card with its buttons; empty if another card is in its place. */
  public Optional<ScriptResult> look(Card card) {
    return page.ask("selling.card", words(), card.index(), card.title(), card.text());
  }

  /** The dialogs of the cards. */
  public CardDialog dialog() {
    return dialog;
  }

  private boolean listed() {
    return page.awaited(() ->
            state()
                // While there are more cards, the foot of the list shows a loading sign.
                .filter(seen -> !cards().isEmpty() || (seen.flag("none") && !seen.flag("busy"))))
        .isPresent();
  }

  private boolean settled() {
    return page.until(
            page.settings().page(),
            () -> {
              List<Card> seen = cards();
              Waiting.pause(SETTLE_TIME);
              return yes(seen.equals(cards()) && (!seen.isEmpty() || !busy()));
            })
        .isPresent();
  }

  private Optional<Boolean> changed(List<Card> before) {
    return yes(!cards().equals(before) || busy());
  }

  private boolean busy() {
    return state().filter(seen -> seen.flag("busy")).isPresent();
  }

  private static Optional<Boolean> yes(boolean holds) {
    return holds ? Optional.of(true) : Optional.empty();
  }

  private Optional<ScriptResult> state() {
    return page.ask(
        "selling.sellingState", page.map().text("noListings"), page.map().text("loading"));
  }

  private Optional<ScriptResult> searchBox() {
    return page.ask("selling.searchBox", page.map().text("searchListings"));
  }

  private Map<String, List<String>> words() {
    FormMap map = page.map();
    return Map.ofEntries(
        entry("acts", map.text("acts")),
        entry("listedOn", map.text("listedOn")),
        entry("draft", map.text("draft")),
        entry("sold", map.text("sold")),
        entry("available", map.button("available")),
        entry("markSold", map.button("markSold")),
        entry("renew", map.button("renew")),
        entry("more", map.button("moreOptions")),
        entry("edit", map.button("edit")),
        entry("seeMore", map.button("seeMore")),
        entry("remarks", remarks()));
  }

  /** Remarks of the site on an existing listing (marketplace-form.md §13). */
  private List<String> remarks() {
    return Stream.of("reviewed", "duplicate", "renew")
        .flatMap(name -> page.map().text(name).stream())
        .toList();
  }

  private static Stream<Card> card(Object value) {
    return value instanceof Map<?, ?> map
        ? Stream.of(new ScriptResult(map))
            .map(seen ->
                new Card(
                    seen.number("index"),
                    seen.text("title"),
                    seen.text("text"),
                    seen.text("listedOn"),
                    seen.flag("draft"),
                    seen.flag("sold"),
                    seen.texts("says")))
        : Stream.empty();
  }
}
