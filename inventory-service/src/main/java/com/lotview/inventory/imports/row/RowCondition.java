package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.Terms;
import com.lotview.inventory.meaning.Answer;
import com.lotview.inventory.meaning.Answer.Says;
import com.lotview.inventory.meaning.Answer.SaysBoth;
import com.lotview.inventory.meaning.Answer.SaysNot;
import com.lotview.inventory.meaning.Answer.SaysNothing;
import com.lotview.inventory.meaning.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Condition, grade and title of a row. */
final class RowCondition {
  private final RowCells cells;

  RowCondition(RowCells cells) {
    this.cells = cells;
  }

  /** NEW, USED or CPO; null if the row does not say, or contradicts itself. */
  @Nullable String condition() {
    Answer said = cells.meaning(StockField.CONDITION, Kind.CONDITION);
    Answer certified = cells.meaning(StockField.CERTIFIED, Kind.CERTIFIED);
    boolean isCertified = certified.equals(new Says("YES"));
    return switch (said) {
      case Says(String value) when value.equals("NEW") && isCertified -> {
        cells.warn(
            StockField.CONDITION,
            "says new, and " + cells.header(StockField.CERTIFIED) + " says certified; left out");
        yield null;
      }
      case Says(String value) when value.equals("CPO") ->
          certified instanceof SaysNot ? "USED" : value;
      case Says(String value) -> isCertified ? "CPO" : value;
      case SaysBoth(Set<String> values) -> {
        cells.warn(
            StockField.CONDITION, "says " + String.join(" and ", sorted(values)) + "; left out");
        yield null;
      }
      // Only used cars can be certified, so "not certified" means that the car is used.
      case SaysNot(Set<String> values) ->
          isCertified ? "CPO" : values.contains("CPO") ? "USED" : null;
      case SaysNothing() -> isCertified ? "CPO" : null;
    };
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }

  /** The grade, such as GOOD. */
  @Nullable String grade() {
    String grade = cells.understood(StockField.CONDITION_GRADE, Terms::grade);
    return grade != null ? grade : cells.understood(StockField.CONDITION, Terms::grade);
  }

  // Only a plain yes or no counts: a title is not clean merely because nothing says otherwise.
  @Nullable Boolean cleanTitle() {
    Answer title = cells.meaning(StockField.TITLE, Kind.TITLE);
    String said = cells.text(StockField.CLEAN_TITLE);
    Boolean clean = said == null ? null : Terms.yesOrNo(said);
    boolean contradicted =
        Boolean.TRUE.equals(clean)
            && !(title instanceof SaysNothing)
            && !title.equals(new Says("CLEAN"))
            && !(title instanceof SaysNot(Set<String> values) && !values.contains("CLEAN"));
    if (contradicted) {
      cells.warn(
          StockField.CLEAN_TITLE,
          "says clean, and " + cells.header(StockField.TITLE) + " says otherwise; left out");
      return null;
    }
    return clean;
  }
}
