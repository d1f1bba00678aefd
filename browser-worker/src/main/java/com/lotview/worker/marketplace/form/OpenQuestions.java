package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what the form still requires after all our fields are filled. */
final class OpenQuestions {

  /** The form validates itself shortly after the last entry. */
  private static final Duration CHECKS_WITHIN = Duration.ofSeconds(3);

  private final Page page;

  OpenQuestions(Page page) {
    this.page = page;
  }

  /**
   * Waits until the form can be left.
   *
   * @param filled our names of the filled fields
   * @throws StoppedException with the empty field that blocks the form, by the form's label if it
   *     is not ours; returns if there is none
   */
  void insistOnNone(List<String> filled) {
    if (page.settled(CHECKS_WITHIN, this::next).isPresent()) {
      return;
    }
    Comparator<Control> likeliest =
        Comparator.<Control, Boolean>comparing(control -> !control.invalid())
            .thenComparing(control -> !control.required())
            .thenComparing(control -> control.claimedBy(page.map()).isPresent());
    List<Control> empty =
        Control.of(page).stream()
            .filter(control -> control.value().isBlank() && control.enabled())
            .filter(control -> control.claimedBy(page.map()).filter(filled::contains).isEmpty())
            .sorted(likeliest)
            .toList();
    if (!empty.isEmpty()) {
      Control first = empty.getFirst();
      throw new StoppedException(
          new FieldUnmappable(
              first.claimedBy(page.map()).orElse(first.name()),
              "",
              DealerTexts.emptyFields(empty.stream().map(Control::described).toList())));
    }
  }

  private Optional<ScriptResult> next() {
    return page.button(page.map().button("next")).filter(seen -> seen.flag("enabled"));
  }
}
