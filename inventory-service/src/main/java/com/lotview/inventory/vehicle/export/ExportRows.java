package com.lotview.inventory.vehicle.export;

import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleQuery.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The rows of an export, part by part. Joins the running transaction of a dealership. */
public interface ExportRows {

  /** The part of the list that the query wants. */
  Mono<Chunk> chunk(VehicleQuery query);

  /**
   * Some vehicles in their order.
   *
   * @param next where the next part begins; null at the end
   */
  record Chunk(List<Exported> rows, @Nullable Position next) {}

  /**
   * A vehicle.
   *
   * @param photos the addresses that a stock file named for it, in their order
   */
  record Exported(Vehicle vehicle, List<String> photos) {}
}
