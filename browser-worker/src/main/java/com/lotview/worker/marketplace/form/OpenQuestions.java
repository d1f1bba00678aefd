package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the form still asks for after every field of ours is right. */
final class OpenQuestions {

  /** The form checks itself a moment after the last entry. */
  private static final Duration CHECKS_WITHIN = Duration.ofSeconds(3);

  private final Page page;

  OpenQuestions(Page page) {
    this.page = page;
  }

  /**
   * Waits until the form lets go on.
   *
   * @param filled our names of the fields that were filled
   * @throws StoppedException naming the empty field that holds it up, by the form's own label if it
   *     is none of ours; returns if there is none, for the button to say why
   */
  void insistOnNone(List<String> filled) {
    if (Waiting.until(CHECKS_WITHIN, this::next).isPresent()) {
      return;
    }
    Comparator<Control> likeliest =
        Comparator.<Control, Boolean>comparing(control -> !control.invalid())
            .thenComparing(control -> !control.required())
            .thenComparing(control -> FormFields.claimedBy(page.map(), control).isPresent());
    List<Control> empty =
        Control.of(page).stream()
            .filter(control -> control.value().isBlank() && control.enabled())
            .filter(control ->
                FormFields.claimedBy(page.map(), control).filter(filled::contains).isEmpty())
            .sorted(likeliest)
            .toList();
    if (!empty.isEmpty()) {
      Control first = empty.getFirst();
      throw new StoppedException(
          new FieldUnmappable(
              FormFields.claimedBy(page.map(), first).orElse(first.name()),
              "",
              DealerTexts.emptyFields(empty.stream().map(Control::described).toList())));
    }
  }

  private Optional<ScriptResult> next() {
    return page.button(page.map().button("next")).filter(seen -> seen.flag("enabled"));
  }
}
