package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.Search.Absent;
import com.lotview.worker.marketplace.Search.Found;
import com.lotview.worker.marketplace.Search.Unreadable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.WebElement;

/**
 * "Your listings": looks for a listing and changes nothing. "Absent" is said only after the list
 * was read to its end and every card that could be the one was opened, because a second listing may
 * be made on the strength of it.
 */
final class SellingPage {

  private static final String PATH = "/marketplace/you/selling";
  private static final Pattern ITEM = Pattern.compile("/marketplace/item/(\\d+)");

  /** No more cards have come for so long: the list is at its end. */
  private static final Duration GROWS_WITHIN = Duration.ofMillis(1500);

  private static final Duration DIALOG = Duration.ofSeconds(5);
  private static final int SCROLLS = 100;

  private final Page page;

  SellingPage(Page page) {
    this.page = page;
  }

  /** One card of the list. */
  private record Card(int index, String title, String text, boolean draft) {

    boolean couldBe(String wanted, long price) {
      return MakeNames.key(title).equals(MakeNames.key(wanted))
          || ItemPage.numbers(text).anyMatch(String.valueOf(price)::equals);
    }
  }

  Search find(String marker, String title, long price) {
    page.open(PATH);
    if (!shown()) {
      return new Unreadable("the list of the account's listings did not appear");
    }
    if (!scrolledToEnd()) {
      return new Unreadable("the list of the account's listings does not come to an end");
    }
    List<Card> cards = cards();
    Set<String> ids = new LinkedHashSet<>();
    for (Card card :
        cards.stream().filter(card -> !card.draft() && card.couldBe(title, price)).toList()) {
      Optional<String> id = idOf(card);
      if (id.isEmpty()) {
        return new Unreadable("the listing \"" + card.title() + "\" could not be opened");
      }
      ids.add(id.get());
    }
    return search(marker, ids, cards.size());
  }

  private Search search(String marker, Set<String> ids, int listings) {
    for (String id : ids) {
      Optional<ItemPage> item = ItemPage.read(page, id);
      if (item.isEmpty()) {
        return new Unreadable("the page of listing " + id + " could not be read");
      }
      if (item.get().carries(marker)) {
        return new Found(id, page.settings().site().resolve(ItemPage.path(id)).toString());
      }
    }
    return new Absent(listings, ids.size());
  }

  private boolean shown() {
    return Waiting.until(
            page.settings().page(),
            () -> {
              PageState.of(page).ifPresent(PageState::orStop);
              Optional<Answer> state = state().filter(seen -> !seen.flag("busy"));
              return state.filter(seen -> seen.flag("none") || !cards().isEmpty());
            })
        .isPresent();
  }

  private boolean scrolledToEnd() {
    for (int i = 0; i < SCROLLS; i++) {
      int before = cards().size();
      if (before == 0) {
        return true;
      }
      page.raw("scrollEnd");
      boolean grown = Waiting.until(GROWS_WITHIN, () -> more(before)).isPresent();
      if (!grown && !waitedWhileBusy()) {
        return false;
      }
      if (!grown && cards().size() == before) {
        return true;
      }
    }
    return false;
  }

  private Optional<Boolean> more(int before) {
    return cards().size() > before ? Optional.of(true) : Optional.empty();
  }

  private boolean waitedWhileBusy() {
    return Waiting.until(page.settings().page(), () -> state().filter(seen -> !seen.flag("busy")))
        .isPresent();
  }

  private Optional<Answer> state() {
    return page.ask("sellingState", page.map().text("noListings"), page.map().text("loading"));
  }

  private List<Card> cards() {
    return page.raw("cards", page.map().text("listedOn"), page.map().text("draft"))
            instanceof List<?> list
        ? list.stream().flatMap(SellingPage::card).toList()
        : List.of();
  }

  private static Stream<Card> card(Object value) {
    return value instanceof Map<?, ?> map
        ? Stream.of(new Answer(map))
            .map(seen ->
                new Card(
                    seen.number("index"),
                    seen.text("title"),
                    seen.text("text"),
                    seen.flag("draft")))
        : Stream.empty();
  }

  /** Opens the card's dialog, reads the link in it and closes it again. */
  private Optional<String> idOf(Card card) {
    Optional<WebElement> node =
        page.ask(
                "card",
                page.map().text("listedOn"),
                page.map().text("draft"),
                card.index(),
                card.title())
            .flatMap(seen -> seen.element("node"));
    if (node.isEmpty()) {
      return Optional.empty();
    }
    page.click(node.get());
    Optional<Answer> dialog =
        Waiting.until(DIALOG, () -> dialog().filter(seen -> !seen.text("link").isEmpty()));
    Optional<String> id = dialog.flatMap(seen -> item(seen.text("link")));
    dialog.flatMap(seen -> seen.element("close")).ifPresentOrElse(page::click, page::escape);
    Waiting.until(DIALOG, () -> dialog().isEmpty() ? Optional.of(true) : Optional.empty());
    return id;
  }

  private Optional<Answer> dialog() {
    return page.ask("listingDialog", page.map().text("listingDialog"));
  }

  private static Optional<String> item(String link) {
    Matcher matcher = ITEM.matcher(link);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
