package com.lotview.inventory.vehicle.export;

import com.lotview.inventory.vehicle.export.ExportRows.Chunk;
import com.lotview.inventory.vehicle.export.ExportRows.Exported;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleQuery.Part;
import com.lotview.inventory.vehicle.query.VehicleQuery.Position;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Exports the vehicles of a list. Each part is read when the one before was taken, in a transaction
 * of its own: a slow reader holds neither connection nor memory.
 */
@Service
public class VehicleExport {
  private static final int CHUNK = 200;

  private final ExportRows rows;
  private final TenantTransactions transactions;

  VehicleExport(ExportRows rows, TenantTransactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  /** All vehicles of the list, independent of the query's part; at least one part. */
  public Flux<List<Exported>> all(UUID dealershipId, VehicleQuery query) {
    return chunk(dealershipId, query, null)
        .expand(chunk -> {
          Position next = chunk.next();
          return next == null ? Mono.empty() : chunk(dealershipId, query, next);
        })
        .map(Chunk::rows);
  }

  private Mono<Chunk> chunk(UUID dealershipId, VehicleQuery query, @Nullable Position after) {
    VehicleQuery part =
        new VehicleQuery(query.filter(), query.sort(), new Part(1, CHUNK, after), query.today());
    return transactions.inTenant(dealershipId, rows.chunk(part));
  }
}
