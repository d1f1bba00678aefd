package com.lotview.worker.marketplace.listings;

import com.lotview.worker.marketplace.listings.ItemPage.Sight;
import com.lotview.worker.marketplace.page.FormMap;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/**
 * Reads a listing's page. Folds are known by what they do: a control in the listing's text after
 * which the text is longer, in any language. Presses nothing that could change the listing: only
 * controls that stand in running text and are named, behave or look like a part of it.
 */
final class ItemReader {

  /** A page may fold several of its texts, and one text several times. */
  private static final int MAX_PRESSES = 8;

  /** The rest of a text shows by then, where the control is surely a fold. */
  private static final Duration UNFOLDS_WITHIN = Duration.ofSeconds(4);

  /** The same where it may be something else. */
  private static final Duration MAY_UNFOLD_WITHIN = Duration.ofSeconds(1);

  /** A page of the known layout that has not changed for so long has come. */
  private static final Duration STABLE_TIME = Duration.ofMillis(200);

  /** The description has come by then, if there is one. */
  private static final Duration DESCRIBED_WITHIN = Duration.ofSeconds(3);

  /** A page of another layout that has not changed for so long has come. */
  private static final Duration SETTLE_TIME = Duration.ofMillis(500);

  private final Page page;
  private final String id;
  private final String own;
  private final Set<String> opened = new HashSet<>();
  private final Set<String> pressed = new HashSet<>();

  /**
   * @param own the text that the page is expected to show; empty if none is
   */
  ItemReader(Page page, String id, String own) {
    this.page = page;
    this.id = id;
    this.own = own;
  }

  /**
   * What may be a fold.
   *
   * @param kind how it is known
   * @param text the beginning of the text that it stands in
   * @param words its own
   */
  private record Fold(WebElement node, Kind kind, String text, String words) {

    /** The same control, however often the page is drawn anew. */
    String name() {
      return text + "|" + words;
    }
  }

  /** How a fold is known, the surest first. The page script numbers them so. */
  private enum Kind {
    /** By words that such controls have in one of the known languages. */
    NAMED(true, true),
    /** It says of itself that it shows and hides something. */
    DISCLOSURE(false, true),
    /** The text before it ends with an ellipsis. */
    ELLIPSIS(true, true),
    /** It looks like a part of the text, or stands in the expected text. */
    PLAIN(false, true),
    /** It looks like a button in a text that is not the expected one: it is not pressed. */
    UNSURE(false, false);

    private final boolean sure;
    private final boolean harmless;

    Kind(boolean sure, boolean harmless) {
      this.sure = sure;
      this.harmless = harmless;
    }
  }

  Sight look() {
    page.open(ItemPage.path(id));
    return come().map(this::sight).orElseGet(this::unseen);
  }

  Sight read() {
    page.open(ItemPage.path(id));
    return come().map(seen -> sight(isText(seen) ? unfolded(seen) : seen)).orElseGet(this::unseen);
  }

  /** The page as it is now; empty while nothing of a listing shows. */
  Optional<ScriptResult> seen() {
    FormMap map = page.map();
    return page.ask(
            "item.item",
            id,
            Map.of(
                "own", own,
                "viewer", map.text("viewer"),
                "gone", map.text("gone"),
                "seeMore", map.button("seeMore"),
                "nextImage", map.button("nextImage"),
                "describes", map.text("describes"),
                "acts", map.text("acts")))
        .filter(answer ->
            answer.flag("gone") || answer.flag("unclear") || !answer.text("text").isBlank());
  }

  private Optional<ScriptResult> come() {
    Optional<ScriptResult> first = page.awaited(() -> seen().filter(this::hasCome));
    // The description may come after the facts.
    return first.filter(ItemReader::isText).filter(seen -> !seen.flag("described")).isPresent()
        ? Waiting.until(DESCRIBED_WITHIN, () -> seen().filter(seen -> seen.flag("described")))
            .or(this::seen)
            .or(() -> first)
        : first;
  }

  /** A page may still be on its way: what counts is what it goes on showing. */
  private boolean hasCome(ScriptResult seen) {
    if (seen.flag("gone")) {
      return true;
    }
    boolean familiar = seen.flag("familiar");
    Waiting.pause(familiar ? STABLE_TIME : SETTLE_TIME);
    return seen().filter(again -> again.text("text").equals(seen.text("text"))).isPresent()
        && (familiar || PageState.of(page).filter(PageState::settled).isPresent());
  }

  private static boolean isText(ScriptResult seen) {
    return !seen.flag("gone") && !seen.flag("unclear");
  }

  private Sight sight(ScriptResult seen) {
    if (seen.flag("gone")) {
      return new Sight.Gone();
    }
    if (seen.flag("unclear")) {
      return new Sight.Unclear(DealerTexts.PAGE_CONTRADICTS);
    }
    ItemPage item =
        new ItemPage(
            seen.text("text"),
            seen.number("photos"),
            !seen.flag("cut") && folds(seen).stream().noneMatch(this::mayHide),
            seen.flag("described"),
            seen.flag("familiar"));
    return item.familiar()
        ? new Sight.Shown(item)
        : new Sight.Unclear(DealerTexts.PAGE_LAYOUT, Optional.of(item));
  }

  private Sight unseen() {
    PageState.of(page).ifPresent(PageState::orStop);
    return new Sight.Unclear(DealerTexts.pageUnread(id));
  }

  private ScriptResult unfolded(ScriptResult first) {
    ScriptResult longest = first;
    for (int i = 0; i < MAX_PRESSES; i++) {
      Optional<Fold> fold = next(longest);
      if (fold.isEmpty()) {
        break;
      }
      longest = opened(fold.get(), longest);
    }
    return longest;
  }

  private Optional<Fold> next(ScriptResult seen) {
    return folds(seen).stream()
        .filter(fold -> fold.kind().harmless && !pressed.contains(fold.name()))
        // Where a text was opened already, what stands behind it now folds it again.
        .filter(fold -> !opened.contains(fold.text()) || fold.kind().sure)
        .min(Comparator.comparing(Fold::kind));
  }

  /** Whether more of the text may be behind it than was read. */
  private boolean mayHide(Fold fold) {
    return !opened.contains(fold.text())
        && switch (fold.kind()) {
          case NAMED, ELLIPSIS, UNSURE -> true;
          case DISCLOSURE, PLAIN -> !pressed.contains(fold.name());
        };
  }

  /** Presses it; returns the longer text, or the one before. */
  private ScriptResult opened(Fold fold, ScriptResult before) {
    pressed.add(fold.name());
    try {
      page.click(fold.node());
    } catch (StaleElementReferenceException | ElementNotInteractableException redrawn) {
      return seen().filter(now -> longer(now, before)).orElse(before);
    }
    Optional<ScriptResult> after =
        Waiting.until(
            fold.kind().sure ? UNFOLDS_WITHIN : MAY_UNFOLD_WITHIN,
            () -> seen().filter(now -> longer(now, before)));
    if (after.isPresent()) {
      opened.add(fold.text());
      return after.get();
    }
    if (!ItemPage.idIn(page.address()).equals(Optional.of(id))) {
      // It led elsewhere: it was no fold.
      page.open(ItemPage.path(id));
      come();
    }
    return before;
  }

  private static boolean longer(ScriptResult now, ScriptResult before) {
    return isText(now) && now.text("text").length() > before.text("text").length();
  }

  private static List<Fold> folds(ScriptResult seen) {
    return seen.values().get("folds") instanceof List<?> list
        ? list.stream()
            .flatMap(one -> ScriptResult.of(one).stream())
            .flatMap(one ->
                one
                    .element("node")
                    .map(node ->
                        new Fold(
                            node,
                            Kind.values()[one.number("kind")],
                            one.text("text"),
                            one.text("words")))
                    .stream())
            .toList()
        : List.of();
  }
}
