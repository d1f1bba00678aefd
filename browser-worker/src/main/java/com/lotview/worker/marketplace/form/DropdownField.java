package com.lotview.worker.marketplace.form;

import com.lotview.form.Texts;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebElement;

/**
 * A field with a list, which the page draws elsewhere, late and one at a time (marketplace-form.md
 * §3).
 *
 * @param accepted the option's texts, best first; case, accents, spaces and hyphens do not matter
 * @param place required position of the option, if its texts are guessed
 */
record DropdownField(
    String name,
    List<String> labels,
    List<String> accepted,
    boolean optional,
    @Nullable Place place)
    implements FormField {

  /** A position in a list, from 0, and the list's length. */
  record Place(int index, int of) {}

  /** The first click is sometimes lost, or only closes another list. */
  private static final Duration OPENS_WITHIN = Duration.ofMillis(400);

  /** Maximum wait for the list of a field that was redrawn during the click. */
  private static final Duration REPLACED_OPENS_WITHIN = Duration.ofMillis(100);

  private static final int MAX_CLICKS = 4;

  private static final Duration FILLS_WITHIN = Duration.ofSeconds(6);

  /** How long a list without our option may grow, or draw more rows while scrolling. */
  private static final Duration GROWS_FOR = Duration.ofMillis(2500);

  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

  private static final int MAX_NAMED = 80;

  /** A field with known texts. */
  DropdownField(String name, List<String> labels, List<String> accepted, boolean optional) {
    this(name, labels, accepted, optional, null);
  }

  @Override
  public String kind() {
    return "choice";
  }

  @Override
  public FormField at(List<String> otherLabels) {
    return new DropdownField(name, otherLabels, accepted, optional, place);
  }

  @Override
  public String wanted() {
    return accepted.getFirst();
  }

  @Override
  public boolean agrees(String read) {
    return accepted.stream().anyMatch(text -> Texts.key(text).equals(Texts.key(read)));
  }

  @Override
  public boolean attempt(Page page, ScriptResult seen, int number) {
    if (!seen.flag("expanded") && agrees(seen.text("value"))) {
      return true;
    }
    return opened(page, seen)
        .flatMap(list -> option(page, list))
        .map(row -> choose(page, row))
        .orElse(false);
  }

  /** Opens the dropdown of this name, reads its texts and closes it. */
  static List<String> peek(Page page, String label) {
    DropdownField field = new DropdownField(label, List.of(label), List.of(), true);
    if (FieldAccess.look(page, field).flatMap(seen -> field.opened(page, seen)).isEmpty()) {
      return List.of();
    }
    List<String> texts =
        page.until(FILLS_WITHIN, () -> field.options(page).filter(seen -> seen.number("count") > 0))
            .map(seen -> seen.texts("texts"))
            .orElse(List.of());
    field.close(page);
    return texts;
  }

  /** The open list. */
  private Optional<ScriptResult> opened(Page page, ScriptResult first) {
    Optional<ScriptResult> field = Optional.of(first);
    for (int i = 0; i < MAX_CLICKS && field.isPresent(); i++) {
      ScriptResult seen = field.get();
      if (!seen.flag("expanded")) {
        press(page, seen);
      }
      Optional<ScriptResult> list = awaitList(page, seen);
      if (list.isPresent()) {
        return list;
      }
      field = FieldAccess.look(page, this);
    }
    return Optional.empty();
  }

  private void press(Page page, ScriptResult field) {
    if (field.flag("another")) {
      page.escape();
    }
    field.element("node").ifPresent(page::click);
  }

  /** Empty soon if the page replaced the clicked field. */
  private Optional<ScriptResult> awaitList(Page page, ScriptResult pressed) {
    Optional<ScriptResult> seen =
        page.until(
            OPENS_WITHIN, () -> options(page).filter(now -> open(now) || !same(now, pressed)));
    if (seen.isPresent() && !open(seen.get())) {
      seen = page.until(REPLACED_OPENS_WITHIN, () -> options(page).filter(DropdownField::open));
    }
    return seen.filter(DropdownField::open);
  }

  private static boolean open(ScriptResult list) {
    return list.flag("expanded");
  }

  private static boolean same(ScriptResult one, ScriptResult other) {
    return one.element("node").equals(other.element("node"));
  }

  private void close(Page page) {
    page.escape();
    boolean open =
        page.until(OPENS_WITHIN, () -> options(page).filter(seen -> !seen.flag("expanded")))
            .isEmpty();
    if (open) {
      FieldAccess.look(page, this).flatMap(field -> field.element("node")).ifPresent(page::click);
      page.until(OPENS_WITHIN, () -> options(page).filter(seen -> !seen.flag("expanded")));
    }
  }

  private boolean choose(Page page, ScriptResult row) {
    if (place != null && !place.equals(new Place(row.number("place"), row.number("count")))) {
      close(page);
      throw new StoppedException(new FieldUnmappable(name, wanted(), DealerTexts.OPTION_UNPROVEN));
    }
    Waiting.pause(page.pace().betweenKeys());
    WebElement option = row.element("match").orElseThrow();
    page.click(option, row.part("spot"));
    return FieldAccess.holds(page, this, CLOSES_WITHIN);
  }

  /** Our option as soon as the list shows it; empty if the list closed or stayed empty. */
  private Optional<ScriptResult> option(Page page, ScriptResult opened) {
    Optional<ScriptResult> rows =
        opened.number("count") > 0
            ? Optional.of(opened)
            : page.until(
                FILLS_WITHIN,
                () ->
                    options(page)
                        .filter(seen -> seen.number("count") > 0 || !seen.flag("expanded")));
    if (rows.isEmpty() || found(rows.get()) || !rows.get().flag("expanded")) {
      return rows.filter(DropdownField::found);
    }
    Optional<ScriptResult> grown =
        page.settled(
            GROWS_FOR,
            () -> {
              page.raw("form.further", page.map().formNames(), labels);
              return options(page).filter(seen -> found(seen) || !seen.flag("expanded"));
            });
    if (grown.isEmpty()) {
      refuse(page, rows.get());
    }
    return grown.filter(DropdownField::found);
  }

  private static boolean found(ScriptResult seen) {
    return seen.element("match").isPresent();
  }

  private void refuse(Page page, ScriptResult rows) {
    close(page);
    List<String> texts = rows.texts("texts");
    throw new StoppedException(
        new FieldUnmappable(
            name,
            wanted(),
            DealerTexts.notInList(
                texts.size(),
                String.join(", ", texts.subList(0, Math.min(MAX_NAMED, texts.size()))))));
  }

  private Optional<ScriptResult> options(Page page) {
    return page.ask("form.options", page.map().formNames(), labels, accepted);
  }
}
