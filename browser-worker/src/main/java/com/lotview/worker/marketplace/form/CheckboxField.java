package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import java.time.Duration;
import java.util.List;

/** A checkbox. */
record CheckboxField(String name, List<String> labels, boolean ticked) implements FormField {

  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(1);

  @Override
  public String kind() {
    return "tick";
  }

  @Override
  public FormField at(List<String> otherLabels) {
    return new CheckboxField(name, otherLabels, ticked);
  }

  @Override
  public String wanted() {
    return String.valueOf(ticked);
  }

  /** A missing checkbox makes no statement, so it makes no false one. */
  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public boolean agrees(String read) {
    return read.equals(wanted());
  }

  @Override
  public boolean attempt(Page page, ScriptResult seen, int number) {
    if (agrees(seen.text("value"))) {
      return true;
    }
    seen.element("target").ifPresent(page::click);
    return FieldAccess.holds(page, this, SETTLES_WITHIN);
  }
}
