package com.lotview.inventory.imports;

import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.kit.error.RefusalException.FieldProblem;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each row of one file does, without doing it. Remembers which numbers the file has
 * used, so rows must come in the file's order, and each planner serves one file.
 */
final class Planner {

  private final VehicleRules rules;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> vins = new HashMap<>();
  private final Set<UUID> claimed = new HashSet<>();
  private final boolean relist;

  /**
   * Begins a file.
   *
   * @param relist whether sold vehicles come back if the file says that they are for sale
   */
  Planner(VehicleRules rules, boolean relist) {
    this.rules = rules;
    this.relist = relist;
  }

  /** What a row does. */
  sealed interface Step {
    int line();

    /** A new vehicle. */
    record Create(int line, Accepted accepted, List<Problem> warnings, List<URI> photoUrls)
        implements Step {}

    /** Other facts for a vehicle. */
    record Update(
        int line, Vehicle vehicle, Accepted accepted, List<Problem> warnings, List<URI> photoUrls)
        implements Step {}

    /** Nothing new. */
    record Keep(int line, Vehicle vehicle, List<Problem> warnings, List<URI> photoUrls)
        implements Step {}

    /** Nothing, for a reason. */
    record Reject(int line, Problem problem) implements Step {}
  }

  /**
   * The vehicles that rows may be about.
   *
   * @param photos how many they have
   * @param vanished those which an earlier file lacked; in this one they come back
   */
  record Stock(List<Vehicle> vehicles, Map<UUID, Integer> photos, Set<UUID> vanished) {}

  Step plan(StockRow row, Stock stock) {
    Note repeated = repeated(row);
    if (repeated != null) {
      return reject(row, repeated);
    }
    if (!row.wrong().isEmpty()) {
      return reject(row, row.wrong().getFirst());
    }
    Vehicle present = find(row, stock.vehicles());
    VehicleRules.Result checked =
        rules.check(
            wanted(row, present, stock),
            present == null ? row.origins() : row.origins().orElse(present.facts().origins()));
    Accepted accepted = checked.accepted();
    if (accepted == null) {
      return reject(row, all(row, checked.problems()));
    }
    claim(row);
    boolean bare = present == null || stock.photos().getOrDefault(present.id(), 0) == 0;
    List<Problem> warnings =
        new RowWarnings(row).of(checked.warnings(), accepted, bare, staysSold(row, present));
    return present == null
        ? new Step.Create(row.line(), accepted, warnings, row.photoUrls())
        : keepOrUpdate(row, present, accepted, warnings);
  }

  private Step keepOrUpdate(
      StockRow row, Vehicle present, Accepted accepted, List<Problem> warnings) {
    claimed.add(present.id());
    boolean same =
        accepted.facts().equals(present.facts()) && accepted.status() == present.status();
    return same
        ? new Step.Keep(row.line(), present, warnings, row.photoUrls())
        : new Step.Update(row.line(), present, accepted, warnings, row.photoUrls());
  }

  private static Step reject(StockRow row, Note note) {
    return new Step.Reject(row.line(), Problem.of(row, note));
  }

  /**
   * Continues a file of which some rows are done: the numbers that they used stay used.
   *
   * @param rows of the whole file
   * @param done the outcomes of the first ones
   */
  void resume(List<StockRow> rows, List<RowOutcome> done) {
    for (int i = 0; i < done.size(); i++) {
      RowOutcome outcome = done.get(i);
      if (outcome.kind() != RowOutcome.Kind.REJECTED) {
        claim(rows.get(i));
        if (outcome.vehicleId() != null) {
          claimed.add(outcome.vehicleId());
        }
      }
    }
  }

  private static Note all(StockRow row, List<FieldProblem> problems) {
    StringBuilder reasons = new StringBuilder(problems.getFirst().reason());
    for (FieldProblem problem : problems.subList(1, problems.size())) {
      reasons.append("; ").append(row.column(problem.field())).append(' ').append(problem.reason());
    }
    return new Note(row.column(problems.getFirst().field()), reasons.toString());
  }

  private @Nullable Note repeated(StockRow row) {
    Integer sameNumber = seen(numbers, row.number());
    Integer sameVin = seen(vins, row.draft().vin());
    if (sameNumber != null) {
      return new Note(row.column("stockNumber"), "the same stock number as in line " + sameNumber);
    }
    return sameVin == null
        ? null
        : new Note(row.column("vin"), "the same VIN as in line " + sameVin);
  }

  private static @Nullable Integer seen(Map<String, Integer> lines, @Nullable String value) {
    return value == null ? null : lines.get(Cells.key(value));
  }

  // Only accepted rows: a refused row must not block a good one.
  private void claim(StockRow row) {
    String number = row.number();
    String vin = row.draft().vin();
    if (number != null) {
      numbers.put(Cells.key(number), row.line());
    }
    if (vin != null) {
      vins.put(Cells.key(vin), row.line());
    }
  }

  // By stock number, best as it is spelled; else by VIN, if just one vehicle has it.
  private @Nullable Vehicle find(StockRow row, List<Vehicle> vehicles) {
    String number = row.number();
    List<Vehicle> free = vehicles.stream().filter(v -> !claimed.contains(v.id())).toList();
    for (Vehicle vehicle : free) {
      if (vehicle.facts().stockNumber().equals(number)) {
        return vehicle;
      }
    }
    for (Vehicle vehicle : free) {
      if (number != null && Cells.key(vehicle.facts().stockNumber()).equals(Cells.key(number))) {
        return vehicle;
      }
    }
    String vin = row.draft().vin();
    List<Vehicle> same =
        free.stream().filter(v -> vin != null && vin.equals(v.facts().vin())).toList();
    return same.size() == 1 ? same.getFirst() : null;
  }

  // Fields that the row leaves out stay unchanged, because many files have only some of the
  // columns.
  private VehicleDraft wanted(StockRow row, @Nullable Vehicle present, Stock stock) {
    if (present == null) {
      return row.draft()
          .orElse(
              VehicleDraft.EMPTY.withNumberAndLotDate(
                  row.substituteNumber(), row.substituteLotDate()));
    }
    VehicleDraft now = VehicleDraft.of(present);
    VehicleDraft said = spelledAsStored(row.draft(), now);
    if (stock.vanished().contains(present.id())) {
      return said.orElse(now.withStatus(VehicleStatus.ACTIVE.name()));
    }
    boolean stays = present.status() == VehicleStatus.ARCHIVED || staysSold(row, present);
    return stays ? said.withStatus(null).orElse(now) : said.orElse(now);
  }

  // A word in a file alone does not undo a sale.
  private boolean staysSold(StockRow row, @Nullable Vehicle present) {
    String status = row.draft().status();
    return !relist
        && present != null
        && present.status() == VehicleStatus.SOLD
        && status != null
        && !status.equals(VehicleStatus.SOLD.name());
  }

  private static VehicleDraft spelledAsStored(VehicleDraft said, VehicleDraft now) {
    String mine = said.stockNumber();
    String stored = now.stockNumber();
    boolean same = mine != null && stored != null && Cells.key(mine).equals(Cells.key(stored));
    return same ? said.withNumberAndLotDate(stored, said.lotDate()) : said;
  }
}
