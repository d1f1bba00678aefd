package com.lotview.inventory.imports.check;

import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.imports.StockPreview.Row;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Reading;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code ./lotview import check FILE}: prints what the import would make of a stock file. Needs no
 * server and no database, and changes nothing.
 */
public final class ImportCheck {
  private static final int LONGEST_VALUE = 80;

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
        text.append(meaning(accepted.facts().meaning()));
      }
    }
    return text.append(columns(preview.columns())).append(whole(preview)).toString();
  }

  private static String facts(VehicleFacts facts) {
    return VehicleFacts.FIELDS.stream()
        .filter(field -> field.value().apply(facts) != null && !field.name().equals("meaning"))
        .map(field -> field.name() + ": " + shortened(String.valueOf(field.value().apply(facts))))
        .collect(Collectors.joining(" | "));
  }

  /** What the closed values are taken for, and which of them a listing leaves out. */
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
                + column.column()
                + ": "
                + String.join(" / ", column.samples())
                + (column.maybe().isEmpty() ? "" : " (may be: " + column.maybe() + ")")
                + "\n")
        .collect(Collectors.joining("", "Columns that were not understood:\n", ""));
  }

  private static String whole(StockPreview preview) {
    long taken = preview.rows().stream().filter(row -> row.accepted() != null).count();
    String about =
        preview.about().stream()
            .map(problem -> "line " + problem.line() + ": " + problem.reason() + "\n")
            .collect(Collectors.joining());
    return about
        + "The file is plausible: "
        + taken
        + " of "
        + preview.rows().size()
        + " rows would be taken.\n";
  }
}
