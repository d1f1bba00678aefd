package com.lotview.worker.marketplace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.openqa.selenium.WebElement;

/**
 * A text box of one or more lines. The page rewrites what is typed (prices), so the comparison is
 * the field's own.
 */
record TextField(
    String name,
    List<String> labels,
    String wanted,
    boolean optional,
    boolean pasted,
    BiPredicate<String, String> same)
    implements FormField {

  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(2);

  /** A text box that holds exactly what is typed. */
  static TextField line(String name, List<String> labels, String wanted, boolean optional) {
    return new TextField(
        name, labels, spaces(typeable(wanted)), optional, false, TextField::sameWords);
  }

  /** A box of digits, which the page may show with a currency and separators. */
  static TextField digits(String name, List<String> labels, long wanted) {
    return new TextField(
        name,
        labels,
        String.valueOf(wanted),
        false,
        false,
        (want, read) -> want.equals(read.replaceAll("\\D", "")));
  }

  /** A box of several lines. */
  static TextField lines(String name, List<String> labels, String wanted) {
    return new TextField(
        name,
        labels,
        breaks(typeable(wanted)),
        false,
        true,
        (want, read) -> want.equals(breaks(read)));
  }

  @Override
  public String kind() {
    return "text";
  }

  @Override
  public boolean agrees(String read) {
    return same.test(wanted, read);
  }

  @Override
  public void enter(Page page) {
    if (FieldAccess.find(page, this).isPresent()) {
      FieldAccess.insist(page, this, () -> attempt(page));
    }
  }

  private boolean attempt(Page page) {
    Optional<Answer> seen = FieldAccess.look(page, this);
    Optional<WebElement> node = seen.flatMap(answer -> answer.element("node"));
    if (seen.isEmpty() || node.isEmpty()) {
      return FieldAccess.holds(page, this, SETTLES_WITHIN);
    }
    String held = seen.get().text("value");
    if (agrees(held)) {
      return true;
    }
    page.click(node.get());
    if (!held.isEmpty()) {
      page.clear(node.get());
    }
    if (pasted && !page.pace().typesByKey()) {
      page.insert(wanted);
    } else {
      page.type(node.get(), wanted);
    }
    return FieldAccess.holds(page, this, SETTLES_WITHIN);
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

  /** A tab would leave the field, and the driver takes private-use characters for keys. */
  private static String typeable(String text) {
    return text.replace('\t', ' ').replaceAll("\\p{Co}", "");
  }
}
