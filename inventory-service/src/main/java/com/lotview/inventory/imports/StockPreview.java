package com.lotview.inventory.imports;

import com.lotview.inventory.imports.Planner.Step;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the import makes of a stock file in an empty inventory, without a database. */
public final class StockPreview {
  private StockPreview() {}

  /**
   * The vehicles that would be created, in the file's order; rows that would be rejected are left
   * out.
   *
   * @throws UnreadableFileException if it is no table, or lacks the columns that vehicles need
   */
  public static List<VehicleFacts> vehicles(byte[] file, Clock clock) {
    Planner planner = new Planner(new VehicleRules(clock));
    Planner.Stock empty = new Planner.Stock(List.of(), Map.of(), Set.of());
    return StockFile.read(file, Makes.load(), LocalDate.now(clock)).rows().stream()
        .map(row -> planner.plan(row, empty))
        .filter(Step.Create.class::isInstance)
        .map(step -> ((Step.Create) step).accepted().facts())
        .toList();
  }
}
