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
 * Finds a field with a missing label where a wrong field does no harm: its list has the words to
 * choose, and the value is read back. Price, mileage, make, model, year, place, type and title
 * state are never healed.
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

  /** The fields of a form appear together: after this time a field is missing, not late. */
  private static final Duration COMES_WITHIN = Duration.ofSeconds(2);

  /** Maximum number of lists to open for one field. */
  private static final int MAX_READINGS = 6;

  /**
   * A field and its current state.
   *
   * @param seen empty if the form does not have it (yet)
   */
  record Located(FormField field, Optional<ScriptResult> seen) {}

  private final Page page;
  private final HealScore scores;

  Healing(Page page) {
    this.page = page;
    this.scores = new HealScore(page.map());
  }

  /**
   * The field by its own label or by a replacement, with its current state.
   *
   * @throws StoppedException with the field's name if several labels may replace its own
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

  /** The replacement for a missing label, for an inspection: it records nothing. */
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

  /** Controls of this kind without a known label. */
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
