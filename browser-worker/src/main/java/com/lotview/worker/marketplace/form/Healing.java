package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.form.HealScore.Candidate;
import com.lotview.worker.marketplace.form.HealScore.Scored;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a field again whose label is gone, where using a wrong one would do no harm: its list holds
 * the very words that are to be chosen, and the value is read back. Price, mileage, make, model,
 * year, place, type and the title's state are never looked for under another label.
 */
final class Healing {

  private static final Set<String> HARMLESS =
      Set.of(
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "condition",
          "fuelType",
          "transmission",
          "description");

  /** The fields of a form come together; one that is not there by then is not late but gone. */
  private static final Duration COMES_WITHIN = Duration.ofSeconds(2);

  /** So many lists are opened at most to look for one field. */
  private static final int MAX_READINGS = 6;

  /**
   * A field, and what was just seen of it.
   *
   * @param seen empty if it is not there (yet)
   */
  record Located(FormField field, Optional<ScriptResult> seen) {}

  private final Page page;
  private final HealScore scores;

  Healing(Page page) {
    this.page = page;
    this.scores = new HealScore(page.map());
  }

  /**
   * The field as it can be found, itself or under the label that stands in for its own, and what
   * was seen of it.
   *
   * @throws StoppedException naming the field if it may be there under another label and it is not
   *     clear which
   */
  Located located(FormField field) {
    if (!HARMLESS.contains(field.name())) {
      return new Located(field, FieldAccess.look(page, field));
    }
    Optional<ScriptResult> seen = Waiting.until(COMES_WITHIN, () -> FieldAccess.look(page, field));
    if (seen.isPresent()) {
      return new Located(field, seen);
    }
    List<Control> form = Control.of(page);
    List<Control> strangers = strangers(field, form);
    if (strangers.isEmpty()) {
      return new Located(field, seen);
    }
    List<Candidate> candidates = candidates(strangers);
    if (candidates.stream().noneMatch(one -> scores.possible(field.name(), one))) {
      return new Located(field, seen);
    }
    Scored best =
        scores.best(field.name(), form, candidates).orElseThrow(() -> unclear(field, strangers));
    Control found = best.candidate().control();
    page.healed(
        new Heal(
            field.name(),
            field.kind() + " named " + String.join(" or ", field.labels()),
            found.described(),
            best.score()));
    FormField standIn = field.at(found.address());
    return new Located(standIn, FieldAccess.look(page, standIn));
  }

  /** The stand-in for a field whose label is gone; for a dry look, so it notes nothing. */
  Optional<Scored> standIn(FormField field, List<Control> form) {
    return HARMLESS.contains(field.name())
        ? scores.best(field.name(), form, candidates(strangers(field, form)))
        : Optional.empty();
  }

  private List<Candidate> candidates(List<Control> strangers) {
    return strangers.stream()
        .limit(MAX_READINGS)
        .map(control -> new Candidate(control, options(control)))
        .toList();
  }

  private List<String> options(Control control) {
    return control.kind().equals("choice")
        ? DropdownField.peek(page, "nth:" + control.place())
        : List.of();
  }

  /** Controls of the kind that no label of ours claims. */
  private List<Control> strangers(FormField field, List<Control> form) {
    List<String> used = page.heals().stream().map(Heal::used).toList();
    return form.stream()
        .filter(control -> control.kind().equals(field.kind()) && control.enabled())
        .filter(control -> !field.name().equals("description") || control.area())
        .filter(control -> FormFields.claimedBy(page.map(), control).isEmpty())
        .filter(control -> !used.contains(control.described()))
        .toList();
  }

  private StoppedException unclear(FormField field, List<Control> strangers) {
    String others = String.join("; ", strangers.stream().map(Control::described).toList());
    return new StoppedException(
        new FieldUnmappable(
            field.name(), field.wanted(), DealerTexts.noClearField(field.labels(), others)));
  }
}
