package com.lotview.inventory.imports;

import com.lotview.inventory.imports.Planner.Step;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file means for a vehicle that had left the stock and is in the file again. */
public enum Comeback {
  /** It is on the lot again. */
  RETURNED,
  /** It is sold here, and stays so, although the file has it for sale. */
  STILL_SOLD;

  /** For the report: how a vehicle that is on the lot again had left it; empty for all others. */
  static Optional<String> told(Step step) {
    return step instanceof Step.Update update
            && !onLot(update.vehicle().status())
            && onLot(update.accepted().status())
        ? Optional.of(
            update.vehicle().status() == VehicleStatus.SOLD
                ? "was sold here, and is on the lot again"
                : "was missing from an earlier file, and is on the lot again")
        : Optional.empty();
  }

  /** Null: the vehicle was not gone, or the file does not say that it is back. */
  static @Nullable Comeback of(StockRow row, Step step) {
    return switch (step) {
      case Step.Update update -> of(row, update.vehicle(), update.accepted().status());
      case Step.Keep keep -> of(row, keep.vehicle(), keep.vehicle().status());
      case Step.Create create -> null;
      case Step.Reject reject -> null;
    };
  }

  private static @Nullable Comeback of(StockRow row, Vehicle before, VehicleStatus after) {
    if (onLot(before.status())) {
      return null;
    }
    if (onLot(after)) {
      return RETURNED;
    }
    String said = row.draft().status();
    boolean forSale = "ACTIVE".equals(said) || "PENDING".equals(said);
    return before.status() == VehicleStatus.SOLD && forSale ? STILL_SOLD : null;
  }

  private static boolean onLot(VehicleStatus status) {
    return status == VehicleStatus.ACTIVE || status == VehicleStatus.PENDING;
  }
}
