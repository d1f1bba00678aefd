package com.lotview.worker.marketplace.listings;

import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.listings.ItemPage.Sight;
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
 * Reads a listing's page. It recognizes folds in any language by their effect: a control in the
 * text that makes the text longer. It clicks only controls in running text that are named, behave
 * or look like a fold, so that it changes nothing.
 */
final class ItemReader {

  /** Maximum number of clicks; a page may fold several texts, and one text several times. */
  private static final int MAX_PRESSES = 8;

  /** Maximum wait for the rest of a text after a known fold. */
  private static final Duration UNFOLDS_WITHIN = Duration.ofSeconds(4);

  /** Maximum wait after a possible fold. */
  private static final Duration MAY_UNFOLD_WITHIN = Duration.ofSeconds(1);

  /** A page with the known layout is loaded when it has not changed for this time. */
  private static final Duration STABLE_TIME = Duration.ofMillis(200);

  /** Maximum wait for a description. */
  private static final Duration DESCRIBED_WITHIN = Duration.ofSeconds(3);

  /** A page with another layout is loaded when it has not changed for this time. */
  private static final Duration SETTLE_TIME = Duration.ofMillis(500);

  private final Page page;
  private final String id;
  private final String own;
  private final Set<String> opened = new HashSet<>();
  private final Set<String> pressed = new HashSet<>();

  /**
   * @param own the text that the page should show; empty if unknown
   */
  ItemReader(Page page, String id, String own) {
    this.page = page;
    this.id = id;
    this.own = own;
  }

  /**
   * A possible fold.
   *
   * @param kind how it was recognized
   * @param text the beginning of its text
   * @param words its label
   */
  private record Fold(WebElement node, Kind kind, String text, String words) {

    /** Identifies the control when the page is redrawn. */
    String name() {
      return text + "|" + words;
    }
  }

  /** How a fold was recognized, the most certain first. The page script uses these numbers. */
  private enum Kind {
    /** By a known label in one of the languages. */
    NAMED(true, true),
    /** By its role: it expands something. */
    DISCLOSURE(false, true),
    /** By an ellipsis at the end of the text before it. */
    ELLIPSIS(true, true),
    /** It looks like a part of the text, or is in the expected text. */
    PLAIN(false, true),
    /** It looks like a button in another text: it is not clicked. */
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

  /** The current page; empty while it shows no listing. */
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
    // The description may load after the facts.
    return first.filter(ItemReader::isText).filter(seen -> !seen.flag("described")).isPresent()
        ? page.until(DESCRIBED_WITHIN, () -> seen().filter(seen -> seen.flag("described")))
            .or(this::seen)
            .or(() -> first)
        : first;
  }

  /** The page may still be loading, so only a stable page counts. */
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
        // The control of an unfolded text would fold it again.
        .filter(fold -> !opened.contains(fold.text()) || fold.kind().sure)
        .min(Comparator.comparing(Fold::kind));
  }

  /** Whether the fold may hide unread text. */
  private boolean mayHide(Fold fold) {
    return !opened.contains(fold.text())
        && switch (fold.kind()) {
          case NAMED, ELLIPSIS, UNSURE -> true;
          case DISCLOSURE, PLAIN -> !pressed.contains(fold.name());
        };
  }

  /** Clicks the fold; returns the longer text, or the previous one. */
  private ScriptResult opened(Fold fold, ScriptResult before) {
    pressed.add(fold.name());
    try {
      page.click(fold.node());
    } catch (StaleElementReferenceException | ElementNotInteractableException redrawn) {
      return seen().filter(now -> longer(now, before)).orElse(before);
    }
    Optional<ScriptResult> after =
        page.until(
            fold.kind().sure ? UNFOLDS_WITHIN : MAY_UNFOLD_WITHIN,
            () -> seen().filter(now -> longer(now, before)));
    if (after.isPresent()) {
      opened.add(fold.text());
      return after.get();
    }
    if (!ItemPage.idIn(page.address()).equals(Optional.of(id))) {
      // The click left the page, so it was no fold.
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
