package com.lotview.inventory.imports.check;

import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.imports.StockPreview.Row;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Reading;
import com.lotview.inventory.type.VehicleType;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./lotview import check FILE}: prints what the import would make of a stock file. Needs no
 * server and no database, and changes nothing.
 */
public final class ImportCheck {
  private static final int LONGEST_VALUE = 80;
  private static final int MOST_REASONS = 10;

  private ImportCheck() {}

  /**
   * What the check says.
   *
   * @param refused whether the import would refuse the file
   */
  public record Report(String text, boolean refused) {}

  /** Checks the file that is named; ends with 1 if the import would refuse it. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    if (arguments.length != 1) {
      out.println("usage: ./lotview import check FILE");
      System.exit(2);
    }
    Report report =
        of(Files.readAllBytes(Path.of(arguments[0])), Clock.system(ZoneId.systemDefault()));
    out.print(report.text());
    System.exit(report.refused() ? 1 : 0);
  }

  /** Checks a file's bytes. */
  public static Report of(byte[] file, Clock clock) {
    try {
      return new Report(text(StockPreview.of(file, clock)), false);
    } catch (UnreadableFileException e) {
      return new Report("REFUSED: the file " + e.getMessage() + "\n", true);
    }
  }

  private static String text(StockPreview preview) {
    StringBuilder text = new StringBuilder();
    for (Row row : preview.rows()) {
      text.append("line ").append(row.line()).append(": ");
      Accepted accepted = row.accepted();
      Problem problem = row.problem();
      if (accepted != null) {
        text.append(accepted.status()).append(", ").append(facts(accepted.facts()));
      } else if (problem != null) {
        text.append("REFUSED: ").append(about(problem));
      }
      text.append('\n');
      row.warnings().stream()
          // Holds for every row of a new file.
          .filter(warning -> !warning.reason().startsWith("no photos"))
          .forEach(warning -> text.append("    ").append(about(warning)).append('\n'));
      if (accepted != null) {
        text.append(meaning(accepted.facts().meaning())).append(unread(accepted.facts()));
      }
    }
    return text.append(columns(preview.columns())).append(whole(preview)).toString();
  }

  private static String facts(VehicleFacts facts) {
    return VehicleFacts.FIELDS.stream()
        .filter(field -> !field.name().equals("meaning"))
        .filter(field -> {
          Object value = field.value().apply(facts);
          return value != null && !List.of().equals(value);
        })
        .map(field -> field.name() + ": " + shortened(shown(field, facts)))
        .collect(Collectors.joining(" | "));
  }

  private static String shown(VehicleFacts.Field field, VehicleFacts facts) {
    Object value = field.value().apply(facts);
    if (!(value instanceof Long cents)) {
      return String.valueOf(value);
    }
    String amount = BigDecimal.valueOf(cents, 2).toPlainString();
    return facts.priceCurrency() == null ? "$" + amount : amount + " " + facts.priceCurrency();
  }

  /** How the closed values are interpreted, and which of them a listing leaves out. */
  private static String meaning(Meaning meaning) {
    String understood =
        meaning.readings().entrySet().stream()
            .filter(entry -> entry.getValue().value() != null)
            .map(entry -> entry.getKey() + " " + entry.getValue().value())
            .collect(Collectors.joining(", "));
    String leftOut =
        meaning.readings().entrySet().stream()
            .filter(entry -> entry.getValue().value() == null)
            .map(entry -> "    left out: " + leftOut(entry.getKey(), entry.getValue()) + "\n")
            .collect(Collectors.joining());
    return (understood.isEmpty() ? "" : "    understood: " + understood + "\n") + leftOut;
  }

  /** Cells that say none of the form's choices. */
  private static String unread(VehicleFacts facts) {
    StringBuilder text = new StringBuilder();
    String type = facts.meaning().value(Kind.TYPE);
    // Only cars and trucks have a body style in the form.
    if (type == null || type.equals(VehicleType.CAR_TRUCK.name())) {
      unread(text, "body", facts.bodyStyle(), facts.meaning().of(Kind.BODY));
    }
    unread(text, "fuel", facts.fuelType(), facts.meaning().of(Kind.FUEL));
    return text.toString();
  }

  private static void unread(
      StringBuilder text, String kind, @Nullable String cell, @Nullable Reading reading) {
    if (cell != null && reading == null) {
      text.append("    left out: ").append(kind).append(": \"").append(shortened(cell));
      text.append("\" says none of the form's choices\n");
    }
  }

  private static String leftOut(String kind, Reading reading) {
    return kind
        + ": \""
        + shortened(reading.cell())
        + "\" in "
        + reading.column()
        + " "
        + reading.says();
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
  }

  private static String about(Problem problem) {
    return problem.column().isEmpty()
        ? problem.reason()
        : problem.column() + ": " + problem.reason();
  }

  private static String columns(List<UnknownColumn> columns) {
    if (columns.isEmpty()) {
      return "Every column was understood, or is known to hold no fact of a vehicle.\n";
    }
    return columns.stream()
        .map(column ->
            "    "
                + (column.column().isEmpty() ? "(without a name)" : column.column())
                + ": "
                + String.join(" / ", column.samples())
                + (column.maybe().isEmpty() ? "" : " (may be: " + column.maybe() + ")")
                + "\n")
        .collect(Collectors.joining("", "Columns that were not understood:\n", ""));
  }

  /**
   * Remarks shared by several rows, the most common first, because a person does not read 300 rows.
   */
  private static String reasons(StockPreview preview) {
    Map<String, Long> counts =
        preview.rows().stream()
            .flatMap(row ->
                row.problem() == null
                    ? row.warnings().stream().map(warning -> kind(warning))
                    : Stream.of("REFUSED: " + kind(row.problem())))
            .filter(kind -> !kind.contains("no photos"))
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_REASONS)
        .map(entry -> "%5d rows: %s\n".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining("", counts.isEmpty() ? "" : "What was said most often:\n", ""));
  }

  // The remark without the content of the single cell.
  private static String kind(Problem problem) {
    return about(problem).replaceAll("\".*\"", "\"…\"").replaceAll("line \\d+", "line …");
  }

  private static String whole(StockPreview preview) {
    long taken = preview.rows().stream().filter(row -> row.accepted() != null).count();
    String about =
        preview.about().stream()
            .map(problem -> "line " + problem.line() + ": " + problem.reason() + "\n")
            .collect(Collectors.joining());
    if (preview.rows().isEmpty()) {
      return about + "The file has a header and no rows.\n";
    }
    return about
        + reasons(preview)
        + "The file is plausible: "
        + taken
        + " of "
        + preview.rows().size()
        + " rows would be taken.\n";
  }
}
