package com.lotview.inventory.vehicle.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.Permission;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.inventory.vehicle.history.PersonNames;
import com.lotview.inventory.vehicle.history.VehicleChange;
import com.lotview.inventory.vehicle.history.VehicleHistory;
import com.lotview.inventory.vehicle.web.PathIds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.web.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/{id}/history}. */
@RestController
@RequestMapping("/v1/vehicles/{id}/history")
class HistoryController {
  private static final String SORT = "latest";
  private static final int MAX_LIMIT = 200;
  private static final int MAX_FIELD = 50;

  private final Vehicles vehicles;
  private final VehicleHistory history;
  private final PersonNames names;
  private final TenantTransactions transactions;

  HistoryController(
      Vehicles vehicles,
      VehicleHistory history,
      PersonNames names,
      TenantTransactions transactions) {
    this.vehicles = vehicles;
    this.history = history;
    this.names = names;
    this.transactions = transactions;
  }

  @GetMapping
  Mono<HistoryAnswer> list(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @ApiField(maxLength = MAX_FIELD) @Nullable String field,
      @RequestParam(defaultValue = "50") @ApiField(min = 1, max = MAX_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    caller.require(Permission.VEHICLES_READ);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
    }
    if (field != null && field.length() > MAX_FIELD) {
      throw RefusalException.invalid("field", "must have at most " + MAX_FIELD + " characters");
    }
    UUID before = cursor == null ? null : Cursor.read(cursor, SORT, 1).uuid(0);
    boolean internal = caller.permits(Permission.VEHICLES_COSTS);
    VehicleHistory.Wanted wanted = new VehicleHistory.Wanted(internal, field, before, limit + 1);
    UUID dealership = caller.dealershipId();
    return vehicles
        .get(dealership, PathIds.vehicle(id))
        .flatMap(vehicle ->
            transactions.inTenant(dealership, history.of(vehicle.id(), wanted).collectList()))
        .zipWith(names.of(dealership), (found, known) -> HistoryAnswer.of(found, limit, known));
  }

  /**
   * Changes of a vehicle, the latest first.
   *
   * @param nextCursor where the next part begins; null at the end
   */
  record HistoryAnswer(List<ChangeAnswer> data, @Nullable String nextCursor) {
    static HistoryAnswer of(List<VehicleChange> found, int limit, Map<UUID, String> names) {
      boolean more = found.size() > limit;
      List<VehicleChange> shown = more ? found.subList(0, limit) : found;
      return new HistoryAnswer(
          shown.stream().map(change -> ChangeAnswer.of(change, names)).toList(),
          more ? Cursor.behind(SORT, shown.getLast().id()).text() : null);
    }
  }

  /**
   * One change.
   *
   * @param version of the vehicle behind it; null if only a posting of it went on
   * @param why a word for the reason, such as {@code MISSING_FROM_FILE} or a posting's state; null
   *     if none is known
   */
  record ChangeAnswer(
      UUID id,
      Instant at,
      @Nullable Long version,
      Author by,
      @Nullable String why,
      List<FieldAnswer> changes) {
    static ChangeAnswer of(VehicleChange change, Map<UUID, String> names) {
      return new ChangeAnswer(
          change.id(),
          change.at(),
          change.version() == 0 ? null : change.version(),
          Author.of(change.by(), names),
          change.by().why(),
          change.changes().stream()
              .map(one -> new FieldAnswer(one.field(), one.from(), one.to()))
              .toList());
    }
  }

  /**
   * Who made the change.
   *
   * @param id of the person, API key, import or posting; null for the system itself
   * @param name of a person; null if it is not known
   */
  record Author(ChangedBy.Kind kind, @Nullable UUID id, @Nullable String name) {
    static Author of(ChangedBy by, Map<UUID, String> names) {
      UUID id = by.id();
      String name = by.kind() == ChangedBy.Kind.PERSON && id != null ? names.get(id) : null;
      return new Author(by.kind(), id, name);
    }
  }

  /**
   * A field before and after, as the vehicle shows it; null: not known, or not kept (images).
   *
   * @param field name in the API
   */
  record FieldAnswer(
      String field,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object from,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object to) {}
}
