package com.lotview.worker.marketplace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/** A box that is ticked or not. */
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

  /** A box that is not there says nothing, and so nothing false. */
  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public boolean agrees(String read) {
    return read.equals(wanted());
  }

  @Override
  public void enter(Page page) {
    if (FieldAccess.find(page, this).isPresent()) {
      FieldAccess.insist(page, this, number -> attempt(page));
    }
  }

  private boolean attempt(Page page) {
    Optional<Answer> seen = FieldAccess.look(page, this);
    if (seen.isEmpty() || agrees(seen.get().text("value"))) {
      return seen.isPresent();
    }
    Optional<WebElement> target = seen.get().element("target");
    target.ifPresent(page::click);
    return FieldAccess.holds(page, this, SETTLES_WITHIN);
  }
}
