package com.lotview.inventory.imports;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.Planner.Step;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.inventory.imports.row.Makes;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the import makes of a stock file in an empty inventory, without a database.
 *
 * @param about remarks about the file as a whole
 * @param columns those that were not understood
 */
public record StockPreview(List<Row> rows, List<Problem> about, List<UnknownColumn> columns) {

  /**
   * What a row becomes.
   *
   * @param accepted null if the row would be rejected
   * @param problem why; null if not
   */
  public record Row(
      int line, @Nullable Accepted accepted, @Nullable Problem problem, List<Problem> warnings) {}

  /** Reads a file of a dealership in the United States; see {@link #of(byte[], Clock, Market)}. */
  public static StockPreview of(byte[] file, Clock clock) {
    return of(file, clock, Market.US);
  }

  /**
   * Reads a file.
   *
   * @param market where its dealership is
   * @throws UnreadableFileException if the file as a whole would be refused
   */
  public static StockPreview of(byte[] file, Clock clock, Market market) {
    StockFile stock =
        StockFile.read(Source.of(file), Makes.load(), LocalDate.now(clock), market, Learned.NONE);
    Planner planner = new Planner(new VehicleRules(clock), false);
    Planner.Stock empty = new Planner.Stock(List.of(), Map.of(), Set.of());
    return new StockPreview(
        stock.rows().stream().map(row -> row(planner.plan(row, empty))).toList(),
        ImportSummary.aboutFile(stock),
        stock.unknown());
  }

  private static Row row(Step step) {
    return switch (step) {
      case Step.Create create -> new Row(step.line(), create.accepted(), null, create.warnings());
      case Step.Update update -> new Row(step.line(), update.accepted(), null, update.warnings());
      case Step.Keep keep -> new Row(step.line(), null, null, keep.warnings());
      case Step.Reject reject -> new Row(step.line(), null, reject.problem(), List.of());
    };
  }

  /** The vehicles that would be created, in the file's order. */
  public List<VehicleFacts> vehicles() {
    return rows.stream().map(Row::accepted).filter(Objects::nonNull).map(Accepted::facts).toList();
  }

  /**
   * The vehicles that would be created, in the file's order; rows that would be rejected are left
   * out.
   *
   * @throws UnreadableFileException if the file as a whole would be refused
   */
  public static List<VehicleFacts> vehicles(byte[] file, Clock clock) {
    return of(file, clock).vehicles();
  }
}
