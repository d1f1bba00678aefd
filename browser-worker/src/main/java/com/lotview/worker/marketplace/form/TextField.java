package com.lotview.worker.marketplace.form;

import com.lotview.form.Texts;
import com.lotview.form.mapping.Amount;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * A text box. The page may rewrite the typed text (prices) or replace it by a suggestion, so the
 * field compares in its own way, after leaving the box.
 *
 * @param kind {@code text}, or {@code entry} for a box that may suggest
 * @param pasted whether a long text may be pasted at a pace without pauses
 */
public record TextField(
    String name,
    List<String> labels,
    String wanted,
    boolean optional,
    String kind,
    boolean pasted,
    BiPredicate<String, String> same)
    implements FormField {

  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(2);
  private static final Duration KEY_TAKES_WITHIN = Duration.ofMillis(400);
  private static final int MAX_KEY_TRIES = 3;
  private static final Duration SUGGESTS_WITHIN = Duration.ofMillis(900);

  /** A box with suggestions may replace the text by its first row, some time after it is left. */
  private static final Duration COMMITS_WITHIN = Duration.ofMillis(400);

  /** A text box that holds the typed text. */
  static TextField line(String name, List<String> labels, String wanted, boolean optional) {
    return new TextField(
        name, labels, spaces(typeable(wanted)), optional, "text", false, TextField::sameWords);
  }

  /** A text box with suggestions. */
  static TextField entry(String name, List<String> labels, String wanted) {
    return new TextField(
        name, labels, spaces(typeable(wanted)), false, "entry", false, TextField::sameWords);
  }

  /** A box for the make, which may change its spelling: FIAT and Fiat are one make. */
  static TextField make(List<String> labels, String wanted) {
    return new TextField(
        "make",
        labels,
        spaces(typeable(wanted)),
        false,
        "entry",
        false,
        (want, read) -> Texts.key(want).equals(Texts.key(read)));
  }

  /** A box of digits; the page may add a currency and separators. */
  public static TextField digits(String name, List<String> labels, long wanted) {
    return new TextField(
        name,
        labels,
        String.valueOf(wanted),
        false,
        "text",
        false,
        (want, read) -> want.equals(Amount.digits(read)));
  }

  /** A box with several lines. */
  static TextField lines(String name, List<String> labels, String wanted) {
    return new TextField(
        name,
        labels,
        breaks(typeable(wanted)),
        false,
        "text",
        true,
        (want, read) -> want.equals(breaks(read)));
  }

  @Override
  public FormField at(List<String> otherLabels) {
    return new TextField(name, otherLabels, wanted, optional, kind, pasted, same);
  }

  @Override
  public boolean agrees(String read) {
    return same.test(wanted, read);
  }

  @Override
  public boolean attempt(Page page, ScriptResult seen, int number) {
    WebElement node = seen.element("node").orElseThrow();
    String held = seen.text("value");
    if (agrees(held)) {
      return number == 0 || staysSo(page);
    }
    page.click(node);
    if (!held.isEmpty()) {
      empty(page, node, number);
    }
    write(page, node, number);
    if (kind.equals("entry")) {
      leave(page, number);
    }
    return FieldAccess.holds(page, this, SETTLES_WITHIN);
  }

  /** After a broken attempt, the box may still take its first row. */
  private boolean staysSo(Page page) {
    Waiting.pause(COMMITS_WITHIN);
    return agrees(FieldAccess.read(page, this));
  }

  private void empty(Page page, WebElement node, int number) {
    page.clear(node);
    boolean stays =
        number > 0 && !FieldAccess.read(page, this).replaceAll("[^\\p{L}\\p{N}]", "").isEmpty();
    if (stays) {
      String back = Keys.BACK_SPACE.toString().repeat(FieldAccess.read(page, this).length());
      node.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), back);
    }
  }

  /** Each attempt types differently: at the pace, key by key with checks, in one piece. */
  private void write(Page page, WebElement node, int number) {
    boolean atOnce = pasted && !page.pace().typesByKey();
    switch (number % 3) {
      case 1 -> byKey(page, node);
      case 2 -> page.insert(wanted);
      default -> {
        if (atOnce) {
          page.insert(wanted);
        } else {
          page.type(node, wanted);
        }
      }
    }
  }

  /** The page redraws the box after each key, and may lose a key meanwhile. */
  private void byKey(Page page, WebElement node) {
    if (pasted) {
      page.type(node, wanted);
      return;
    }
    for (int end = 1; end <= wanted.length(); end++) {
      String key = wanted.substring(end - 1, end);
      String so = wanted.substring(0, end);
      for (int i = 0; i < MAX_KEY_TRIES && !shows(page, so, i); i++) {
        node.sendKeys(key);
      }
    }
  }

  /** Whether the page took the key; it loses keys while it redraws. */
  private boolean shows(Page page, String so, int tries) {
    return tries > 0
        && page.until(
                KEY_TAKES_WITHIN,
                () ->
                    FieldAccess.look(page, this)
                        .filter(seen -> same.test(so, seen.text("value").strip())))
            .isPresent();
  }

  /**
   * Takes an exact suggestion, or leaves the box by Tab, which keeps the text; a click elsewhere
   * would take the first row (marketplace-form.md §4, Model).
   */
  private void leave(Page page, int number) {
    Optional<ScriptResult> now = FieldAccess.look(page, this);
    if (now.isEmpty() || !now.get().flag("suggests")) {
      now.flatMap(seen -> seen.element("node")).ifPresent(node -> tabOut(node, number));
      return;
    }
    Optional<ScriptResult> rows =
        number == 2
            ? Optional.empty()
            : page.until(
                SUGGESTS_WITHIN, () -> suggestions(page).filter(seen -> seen.number("count") > 0));
    Optional<WebElement> match = rows.flatMap(seen -> seen.element("match"));
    if (match.isPresent()) {
      page.click(match.get());
    } else {
      tabOut(now.get().element("node").orElseThrow(), number);
    }
    Waiting.pause(COMMITS_WITHIN);
  }

  /** If the box took its first row before, closes its list first. */
  private static void tabOut(WebElement node, int number) {
    if (number == 1) {
      node.sendKeys(Keys.ESCAPE);
    }
    node.sendKeys(Keys.TAB);
  }

  private Optional<ScriptResult> suggestions(Page page) {
    return page.ask("form.suggestions", page.map().formNames(), labels, wanted);
  }

  private static boolean sameWords(String want, String read) {
    return spaces(want).equals(spaces(read));
  }

  private static String spaces(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  private static String breaks(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** A tab would leave the field, and the driver reads private-use characters as keys. */
  private static String typeable(String text) {
    return text.replace('\t', ' ').replaceAll("\\p{Co}", "");
  }
}
