package com.lotview.worker.marketplace.form;

import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import com.lotview.form.mapping.MakeList;
import com.lotview.worker.marketplace.form.FormFinding.State;
import com.lotview.worker.marketplace.form.HealScore.Scored;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inspects the open form. Chooses the vehicle type and enters nothing else. */
public final class FormInspection {

  /** Fields that most forms lack. */
  private static final Set<String> IF_PRESENT = Set.of("trim", "vin");

  private final Page page;
  private final FormMap map;
  private final Healing healing;

  public FormInspection(Page page) {
    this.page = page;
    this.map = page.map();
    this.healing = new Healing(page);
  }

  public FormReport read() {
    List<FormFinding> findings = new ArrayList<>();
    findings.add(type());
    if (findings.getFirst().state() == State.MATCHES) {
      // The other fields appear together, some time after the type is chosen.
      page.until(page.settings().page(), () -> look("text", "mileage"));
    }
    List<Control> form = Control.of(page);
    List<Control> standIns = new ArrayList<>();
    for (String field : FormFields.ORDER.subList(1, FormFields.ORDER.size())) {
      Optional<Control> control = claimed(form, field);
      if (control.isPresent()) {
        findings.add(matching(field, control.get()));
      } else if (!IF_PRESENT.contains(field)) {
        Optional<Scored> standIn = healing.standIn(asked(field), form);
        standIn.ifPresent(found -> standIns.add(found.candidate().control()));
        findings.add(gone(field, standIn));
      }
    }
    form.stream()
        .filter(one -> one.claimedBy(map).isEmpty() && !standIns.contains(one))
        .map(one -> new FormFinding(one.name(), State.EXTRA, "", one.described()))
        .forEach(findings::add);
    return new FormReport(map.language(), map.version(), findings, makes(form));
  }

  private Optional<Control> claimed(List<Control> form, String field) {
    return form.stream()
        .filter(one -> one.claimedBy(map).filter(field::equals).isPresent())
        .findFirst();
  }

  /** The list comes with the type; it is the one thing here that differs between countries. */
  private List<String> makes(List<Control> form) {
    return form.stream()
        .filter(one -> one.kind().equals("choice"))
        .filter(one -> one.claimedBy(map).filter("make"::equals).isPresent())
        .findFirst()
        .map(one -> MakeList.accepted(DropdownField.peek(page, one.name())))
        .orElse(List.of());
  }

  /** Chooses the type; without it the form shows few fields, which are read anyway. */
  private FormFinding type() {
    DropdownField type =
        new DropdownField(
            FormFields.ORDER.getFirst(), map.labels("vehicleType"), map.option("CAR_TRUCK"), false);
    try {
      type.enter(page);
      return new FormFinding(type.name(), State.MATCHES, wanted(type.name()), type.wanted());
    } catch (StoppedException stopped) {
      if (!(stopped.outcome() instanceof FieldUnmappable why)) {
        throw stopped;
      }
      State state =
          FieldAccess.look(page, type).isPresent() ? State.OPTIONS_MISSING : State.MISSING;
      return new FormFinding(type.name(), state, wanted(type.name()), why.reason());
    }
  }

  private FormFinding matching(String field, Control control) {
    List<String> known = FormFields.options(field);
    if (known.isEmpty()) {
      return new FormFinding(field, State.MATCHES, wanted(field), control.described());
    }
    List<String> list = DropdownField.peek(page, control.name());
    List<String> missing = FormFields.missing(map, known, list);
    return missing.isEmpty()
        ? new FormFinding(field, State.MATCHES, wanted(field), control.described())
        : new FormFinding(
            field,
            State.OPTIONS_MISSING,
            String.join(
                "; ", missing.stream().map(one -> String.join(" or ", map.option(one))).toList()),
            "the list has " + String.join(", ", list));
  }

  private FormFinding gone(String field, Optional<Scored> standIn) {
    return standIn
        .map(found ->
            new FormFinding(
                field,
                State.HEALED,
                wanted(field),
                found.candidate().control().described() + ", score " + found.score()))
        .orElseGet(() -> new FormFinding(field, State.MISSING, wanted(field), ""));
  }

  /** Enough of the field to find it. */
  private FormField asked(String field) {
    return FormFields.options(field).isEmpty()
        ? TextField.line(field, map.labels(field), "", true)
        : new DropdownField(field, map.labels(field), List.of(""), true);
  }

  private String wanted(String field) {
    return "named " + String.join(" or ", map.labels(field));
  }

  private Optional<ScriptResult> look(String kind, String field) {
    return page.ask("form.field", map.formNames(), kind, map.labels(field));
  }
}
