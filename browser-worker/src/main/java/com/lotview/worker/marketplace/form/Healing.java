package com.lotview.worker.marketplace.form;

import com.lotview.form.Texts;
import com.lotview.worker.marketplace.form.HealScore.Candidate;
import com.lotview.worker.marketplace.form.HealScore.Scored;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageTime;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a field with a missing label where a wrong field does no harm: its list has the words to
 * choose, and the value is read back. An optional field that cannot be identified stays empty. The
 * mileage is found by a label that only mileage words form. Price, make, model, year, place, type
 * and title state are never healed (ADR 18).
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

  /** Some forms show the mileage some time after the make. */
  private static final Duration MILEAGE_COMES_WITHIN = Duration.ofSeconds(6);

  /** Maximum number of lists to open for one field. */
  private static final int MAX_READINGS = 6;

  /**
   * A field and its current state.
   *
   * @param seen empty if the form does not have it (yet)
   * @param missing why it is not seen, if it is optional
   */
  record Located(FormField field, Optional<ScriptResult> seen, String missing) {
    Located(FormField field, Optional<ScriptResult> seen) {
      this(field, seen, DealerTexts.NO_FIELD);
    }
  }

  private final Page page;
  private final HealScore scores;
  private final MileageLabel mileage;

  Healing(Page page) {
    this.page = page;
    this.scores = new HealScore(page.map());
    this.mileage = new MileageLabel(page.map());
  }

  /**
   * The field by its own label or by a replacement, with its current state.
   *
   * @throws StoppedException with the field's name if several labels may replace its own and it
   *     cannot stay empty
   */
  Located located(FormField field) {
    if (field.name().equals("mileage")) {
      return mileage(field);
    }
    if (!HARMLESS.contains(field.name())) {
      return new Located(field, FieldAccess.look(page, field));
    }
    Optional<ScriptResult> seen = page.settled(COMES_WITHIN, () -> FieldAccess.look(page, field));
    return seen.isPresent() ? new Located(field, seen) : replaced(field);
  }

  private Located replaced(FormField field) {
    List<Control> form = Control.of(page);
    List<Candidate> candidates =
        candidates(strangers(field, form)).stream()
            .filter(one -> scores.possible(field.name(), one))
            .toList();
    if (candidates.isEmpty()) {
      return new Located(field, Optional.empty());
    }
    return scores
        .best(field.name(), form, candidates)
        .map(best -> healed(field, best.candidate().control(), best.score()))
        .orElseGet(() -> unclear(field, candidates));
  }

  private Located healed(FormField field, Control found, double score) {
    page.healed(
        new Heal(
            field.name(),
            field.kind() + " named " + String.join(" or ", field.labels()),
            found.described(),
            score));
    FormField standIn = field.at(found.address());
    return new Located(standIn, FieldAccess.look(page, standIn));
  }

  /** Its own label has precedence. */
  private Located mileage(FormField field) {
    PageTime.Since began = page.time().start();
    return page.<Located>settled(
            MILEAGE_COMES_WITHIN,
            () -> {
              Optional<ScriptResult> seen = FieldAccess.look(page, field);
              return seen.isPresent()
                  ? Optional.of(new Located(field, seen))
                  : !began.over(COMES_WITHIN)
                      ? Optional.empty()
                      : mileage
                          .only(strangers(field, Control.of(page)))
                          .map(found -> healed(field, found, 1));
            })
        .orElseGet(() -> new Located(field, Optional.empty()));
  }

  /** The replacement for a missing label, for an inspection: it records nothing. */
  Optional<Scored> standIn(FormField field, List<Control> form) {
    if (field.name().equals("mileage")) {
      return mileage
          .only(strangers(field, form))
          .map(found -> new Scored(new Candidate(found, List.of()), 1));
    }
    return HARMLESS.contains(field.name())
        ? scores.best(field.name(), form, candidates(strangers(field, form)))
        : Optional.empty();
  }

  private List<Candidate> candidates(List<Control> strangers) {
    return strangers.stream()
        .limit(MAX_READINGS)
        .map(control -> candidate(control, options(control)))
        .toList();
  }

  /** A dropdown without a label text shows its value, one of its own options, in its place. */
  private static Candidate candidate(Control control, List<String> options) {
    boolean isValue =
        options.stream().anyMatch(option -> Texts.key(option).equals(Texts.key(control.name())));
    return new Candidate(isValue ? control.holding(control.name()) : control, options);
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
        .filter(control -> control.claimedBy(page.map()).isEmpty())
        .filter(control -> !used.contains(control.described()))
        .toList();
  }

  /**
   * An empty field makes no false statement, so an optional one that cannot be identified may stay
   * empty. If the site demands it, the form cannot be left ({@link OpenQuestions}).
   */
  private static Located unclear(FormField field, List<Candidate> candidates) {
    List<Control> controls = candidates.stream().map(Candidate::control).toList();
    String reason =
        DealerTexts.noClearField(
            field.labels(), String.join("; ", controls.stream().map(Control::described).toList()));
    boolean saysOther =
        controls.stream().anyMatch(one -> !one.value().isBlank() && !field.agrees(one.value()));
    if (!field.optional() || saysOther) {
      throw new StoppedException(new FieldUnmappable(field.name(), field.wanted(), reason));
    }
    return new Located(field, Optional.empty(), reason);
  }
}
