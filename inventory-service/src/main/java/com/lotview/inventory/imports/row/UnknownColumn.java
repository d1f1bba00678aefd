package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.cell.Terms;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column that was not understood.
 *
 * @param samples up to three of its values
 * @param maybe what it may be; empty if there is no suggestion
 */
public record UnknownColumn(String column, List<String> samples, String maybe) {
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 60;
  // Known columns with facts that are not stored here.
  private static final Pattern UNUSED =
      Pattern.compile(
          "(image|photo|picture|fotos?|video|url|link|dealer|seller|address|city|state$|zip|postal|region"
              + "|country|phone|email|latitude|longitude|mpg|rating|review|customlabel|customnumber|door"
              + "|seat|passenger|modelnumber|modelcode|stylecode|colorcode|hexcode|factorycode"
              + "|invoice|cost$|bookvalue|wholesale|fbpage|store|place|maps|street|title$|headline"
              + "|wheelbase|comment|description|dealtype|^additional|displacement|cylinder|age$"
              + "|^type$|^brand$|housing|tag)");
  private static final Pattern LIMIT =
      Pattern.compile("date|effective|valid|until|from|start|end|expire|unit|currency|type|period");
  private static final List<Guess> BY_CELLS =
      List.of(
          new Guess("VIN", "[A-HJ-NPR-Z0-9]{17}"),
          new Guess("condition (new or used)", "(?i)new|used|certified|cpo|pre-?owned"),
          new Guess("year", "(19|20)\\d\\d"),
          new Guess("price", "[$]\\s?\\d[\\d,.]*|\\d[\\d,.]* ?USD"),
          new Guess("mileage", "(?i)\\d[\\d,.]* ?(mi|miles|km)\\.?"),
          new Guess("photos or links", "(?i)https?://.*"),
          new Guess("date", "\\d{4}-\\d\\d?-\\d\\d?.*|\\d\\d?/\\d\\d?/\\d{2,4}.*"),
          new Guess("yes or no", "(?i)y|n|yes|no|true|false|0|1"));

  private record Guess(String meaning, Pattern form) {
    Guess(String meaning, String form) {
      this(meaning, Pattern.compile(form));
    }
  }

  static List<UnknownColumn> of(Table table, Layout layout) {
    List<UnknownColumn> unknown = new ArrayList<>();
    for (int i = 0; i < layout.width(); i++) {
      String name = Layout.plain(layout.name(i));
      if (layout.used(i) || UNUSED.matcher(name).find()) {
        continue;
      }
      int column = i;
      List<String> cells =
          table.rows().stream()
              .filter(row -> row.cells().size() <= layout.width())
              .map(row -> Cells.line(row.cell(column)))
              .filter(cell -> !cell.isEmpty())
              .distinct()
              .limit(50)
              .toList();
      if (!cells.isEmpty()) {
        unknown.add(
            new UnknownColumn(
                layout.name(i),
                cells.stream().limit(SAMPLES).map(UnknownColumn::shorten).toList(),
                guess(name, cells)));
      }
    }
    return unknown;
  }

  private static String guess(String name, List<String> cells) {
    String field = fieldIn(name);
    if (!field.isEmpty() && LIMIT.matcher(name).find()) {
      return "limits " + field;
    }
    for (Guess guess : BY_CELLS) {
      if (cells.stream().allMatch(cell -> guess.form().matcher(cell).matches())) {
        return field.isEmpty() ? guess.meaning() : field + ", " + guess.meaning();
      }
    }
    if (field.isEmpty() && cells.stream().allMatch(cell -> Terms.isStatus(cell))) {
      return "status";
    }
    return field;
  }

  // The field whose name is the longest in the header's.
  private static String fieldIn(String name) {
    String best = "";
    String field = "";
    for (StockField candidate : StockField.values()) {
      for (String header : candidate.headers()) {
        if (header.length() > 3 && header.length() > best.length() && name.contains(header)) {
          best = header;
          field = candidate.apiName();
        }
      }
    }
    return field;
  }

  private static String shorten(String cell) {
    return cell.length() <= LONGEST_SAMPLE ? cell : cell.substring(0, LONGEST_SAMPLE) + "…";
  }
}
