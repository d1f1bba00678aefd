package com.lotview.worker.marketplace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * "Your listings": its cards, its search and the dialogs of its cards. Cards carry no id; the link
 * in a card's dialog does.
 */
final class SellingPage {

  private static final String PATH = "/marketplace/you/selling";

  /** No more cards have come for so long: the list is at its end. */
  private static final Duration GROWS_WITHIN = Duration.ofMillis(1500);

  /** The list begins to change so soon after something was typed into its search. */
  private static final Duration SEARCHES_WITHIN = Duration.ofSeconds(3);

  /** What has not changed for so long has settled. */
  private static final Duration SETTLED = Duration.ofMillis(400);

  private static final Duration DIALOG = Duration.ofSeconds(4);
  private static final int OPENS = 2;
  private static final Pattern CUT_OFF = Pattern.compile("\\s*(?:\u2026|\\.\\.\\.)\\s*$");
  private static final int SCROLLS = 100;

  private final Page page;

  SellingPage(Page page) {
    this.page = page;
  }

  /**
   * One card of the list, as it was seen.
   *
   * @param text its texts, with bars between them
   * @param says what the site says of the listing, of the texts that we know
   */
  record Card(
      int index, String title, String text, boolean draft, boolean sold, List<String> says) {

    boolean entitled(String wanted) {
      return MakeNames.key(title).equals(MakeNames.key(wanted));
    }

    /**
     * Whether it may be the listing of this title and price. Only a card that shows both, and both
     * otherwise, is surely another one: a title that is cut off or a price in round thousands tells
     * nothing.
     */
    boolean mayBe(String wanted, long dollars) {
      return !draft && (mayBeEntitled(wanted) || mayCost(dollars));
    }

    private boolean mayBeEntitled(String wanted) {
      return CUT_OFF.matcher(title).find()
          ? MakeNames.key(wanted).startsWith(MakeNames.key(CUT_OFF.matcher(title).replaceAll("")))
          : entitled(wanted);
    }

    private boolean mayCost(long dollars) {
      return ItemPage.numbers(text).anyMatch(String.valueOf(dollars)::equals)
          || !ItemPage.showsPrice(text);
    }
  }

  /** A card's dialog. */
  record Dialog(
      String id,
      Optional<WebElement> remove,
      Optional<WebElement> markSold,
      Optional<WebElement> edit) {}

  /** Goes there and waits for the list; false if it does not appear. */
  boolean open() {
    page.open(PATH);
    return listed();
  }

  /** The same, but stays if the browser is there already. */
  boolean openOrStay() {
    return page.address().contains(PATH) ? listed() : open();
  }

  /**
   * Narrows the list by its search box.
   *
   * @return false if there is no such box or it does not take the words: the list is whole then
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
    // A list that stays as it was is an answer too, but only waiting tells it from a slow one.
    if (Waiting.until(SEARCHES_WITHIN, () -> changed(before)).isEmpty()) {
      searchBox()
          .flatMap(seen -> seen.element("node"))
          .ifPresent(seen -> seen.sendKeys(Keys.ENTER));
    }
    return listed() && settled();
  }

  /**
   * Scrolls until nothing more comes; false if the list has no end, or takes cards out again that
   * have left the view: what it shows then is not all that there is.
   */
  boolean readToEnd() {
    List<String> first = titles();
    return atEnd() && stillHas(first);
  }

  private List<String> titles() {
    return cards().stream().map(Card::title).toList();
  }

  private boolean stillHas(List<String> before) {
    List<String> now = new ArrayList<>(titles());
    return before.stream().allMatch(now::remove);
  }

  private boolean atEnd() {
    for (int i = 0; i < SCROLLS; i++) {
      List<String> before = titles();
      if (before.isEmpty()) {
        return true;
      }
      page.raw("selling.scrollEnd");
      boolean moved = Waiting.until(GROWS_WITHIN, () -> yes(!titles().equals(before))).isPresent();
      if (!moved && !waitedWhileBusy()) {
        return false;
      }
      if (!moved && titles().equals(before)) {
        return true;
      }
    }
    return false;
  }

  List<Card> cards() {
    return page.raw("selling.cards", words()) instanceof List<?> list
        ? list.stream().flatMap(SellingPage::card).toList()
        : List.of();
  }

  /** The card and its own buttons; empty if another one stands in its place. */
  Optional<Answer> look(Card card) {
    return page.ask("selling.card", words(), card.index(), card.title(), card.text());
  }

  /**
   * Opens the card's dialog, waits for the link in it and leaves it open. A click that was lost is
   * given once more.
   */
  Optional<Dialog> openDialog(Card card) {
    Optional<Dialog> open = Optional.empty();
    for (int i = 0; i < OPENS && open.isEmpty(); i++) {
      Optional<WebElement> node = look(card).flatMap(seen -> seen.element("node"));
      if (node.isEmpty()) {
        return open;
      }
      Waiting.pause(page.pace().betweenFields());
      try {
        if (i == 0) {
          page.click(node.get());
        } else {
          node.get().click();
        }
      } catch (ElementNotInteractableException | StaleElementReferenceException opening) {
        // What it opens lies over it by now.
      }
      open = Waiting.until(DIALOG, this::dialog);
    }
    return open;
  }

  /** The dialog that is open, once it shows whose it is. */
  Optional<Dialog> dialog() {
    return dialogSeen()
        .filter(seen -> !seen.text("id").isEmpty())
        .map(seen ->
            new Dialog(
                seen.text("id"),
                seen.element("remove"),
                seen.element("markSold"),
                seen.element("edit")));
  }

  void closeDialog() {
    dialogSeen()
        .ifPresent(seen -> {
          seen.element("close").ifPresentOrElse(page::click, page::escape);
          Waiting.until(DIALOG, () -> yes(dialogSeen().isEmpty()));
        });
  }

  private Optional<Answer> dialogSeen() {
    FormMap map = page.map();
    return page.ask(
        "selling.listingDialog",
        Map.of(
            "dialog", map.text("listingDialog"),
            "close", map.button("close"),
            "remove", map.button("delete"),
            "markSold", map.button("markSold"),
            "available", map.button("available"),
            "edit", map.button("edit")));
  }

  private boolean listed() {
    return page.awaited(() ->
            state()
                .filter(seen -> !seen.flag("busy"))
                .filter(seen -> seen.flag("none") || !cards().isEmpty()))
        .isPresent();
  }

  private boolean settled() {
    return Waiting.until(
            page.settings().page(),
            () -> {
              List<Card> seen = cards();
              Waiting.pause(SETTLED);
              return yes(seen.equals(cards()) && state().stream().noneMatch(s -> s.flag("busy")));
            })
        .isPresent();
  }

  private Optional<Boolean> changed(List<Card> before) {
    return yes(!cards().equals(before) || state().stream().anyMatch(seen -> seen.flag("busy")));
  }

  private boolean waitedWhileBusy() {
    return Waiting.until(page.settings().page(), () -> state().filter(seen -> !seen.flag("busy")))
        .isPresent();
  }

  private static Optional<Boolean> yes(boolean holds) {
    return holds ? Optional.of(true) : Optional.empty();
  }

  private Optional<Answer> state() {
    return page.ask(
        "selling.sellingState", page.map().text("noListings"), page.map().text("loading"));
  }

  private Optional<Answer> searchBox() {
    return page.ask("selling.searchBox", page.map().text("searchListings"));
  }

  private Map<String, List<String>> words() {
    FormMap map = page.map();
    return Map.of(
        "listedOn", map.text("listedOn"),
        "draft", map.text("draft"),
        "sold", map.text("sold"),
        "available", map.button("available"),
        "markSold", map.button("markSold"),
        "more", map.button("moreOptions"),
        "edit", map.button("edit"),
        "remarks", remarks());
  }

  /** What the site may say of a listing that is there all the same (marketplace-form.md §13). */
  private List<String> remarks() {
    return Stream.of("reviewed", "duplicate")
        .flatMap(name -> page.map().text(name).stream())
        .toList();
  }

  private static Stream<Card> card(Object value) {
    return value instanceof Map<?, ?> map
        ? Stream.of(new Answer(map))
            .map(seen ->
                new Card(
                    seen.number("index"),
                    seen.text("title"),
                    seen.text("text"),
                    seen.flag("draft"),
                    seen.flag("sold"),
                    seen.texts("says")))
        : Stream.empty();
  }
}
