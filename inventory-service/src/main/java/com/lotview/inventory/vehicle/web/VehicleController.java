package com.lotview.inventory.vehicle.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.VehicleQuery;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.inventory.vehicle.web.VehicleAnswer.Images;
import com.lotview.inventory.vehicle.web.VehicleAnswer.View;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import com.lotview.kit.web.Pagination;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/vehicles}. */
@RestController
@RequestMapping("/v1/vehicles")
class VehicleController {
  private static final String CREATE = "POST /v1/vehicles";

  private final Vehicles vehicles;
  private final PhotoLinks photos;
  private final VehicleForm form;
  private final IdempotentRequests requests;
  private final Clock clock;

  VehicleController(
      Vehicles vehicles,
      PhotoLinks photos,
      VehicleForm form,
      IdempotentRequests requests,
      Clock clock) {
    this.vehicles = vehicles;
    this.photos = photos;
    this.form = form;
    this.requests = requests;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<VehicleAnswer> create(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ObjectNode body) {
    caller.require(Permission.VEHICLES_WRITE);
    VehicleDraft draft = form.read(body);
    notArchived(draft.status());
    Mono<VehicleAnswer> work =
        vehicles
            .create(caller.dealershipId(), draft.condition() == null ? used(draft) : draft)
            .map(outcome ->
                VehicleAnswer.of(
                    outcome.vehicle(), new Images(List.of(), 0), view(caller, outcome.warnings())));
    return requests.once(caller, CREATE, key, draft, VehicleAnswer.class, work);
  }

  @GetMapping
  Mono<PageAnswer> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable Integer page,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String search) {
    caller.require(Permission.VEHICLES_READ);
    VehicleQuery query = VehicleQuery.of(status, page, limit, search);
    return vehicles
        .page(caller.dealershipId(), query)
        .flatMap(found -> withPrimaryImages(caller, found, query));
  }

  private Mono<PageAnswer> withPrimaryImages(
      Caller caller, VehicleStore.Page found, VehicleQuery query) {
    List<UUID> ids = found.vehicles().stream().map(Vehicle::id).toList();
    View view = view(caller, null);
    return photos
        .primaryOf(caller.dealershipId(), ids)
        .map(primary ->
            found.vehicles().stream()
                .map(vehicle -> {
                  PhotoLinks.Primary first = primary.get(vehicle.id());
                  Images images =
                      first == null
                          ? new Images(List.of(), 0)
                          : new Images(List.of(first.photo()), first.count());
                  return VehicleAnswer.of(vehicle, images, view);
                })
                .toList())
        .map(data -> PageAnswer.of(data, query, found.total()));
  }

  @GetMapping("/{id}")
  Mono<VehicleAnswer> get(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_READ);
    return vehicles
        .get(caller.dealershipId(), PathIds.vehicle(id))
        .flatMap(vehicle -> withImages(vehicle, view(caller, null)));
  }

  @PatchMapping("/{id}")
  Mono<VehicleAnswer> change(Caller caller, @PathVariable String id, @RequestBody ObjectNode body) {
    caller.require(Permission.VEHICLES_WRITE);
    return vehicles
        .change(
            caller.dealershipId(),
            PathIds.vehicle(id),
            current -> {
              VehicleDraft wanted = form.overlay(current, body);
              archiving(caller, current.status(), wanted.status());
              return wanted;
            })
        .flatMap(outcome -> withImages(outcome.vehicle(), view(caller, outcome.warnings())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> archive(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_ARCHIVE);
    return vehicles.archive(caller.dealershipId(), PathIds.vehicle(id)).then();
  }

  private Mono<VehicleAnswer> withImages(Vehicle vehicle, View view) {
    return photos
        .of(vehicle.dealershipId(), vehicle.id())
        .map((List<LinkedPhoto> all) ->
            VehicleAnswer.of(vehicle, new Images(all, all.size()), view));
  }

  private View view(Caller caller, @Nullable List<String> warnings) {
    return new View(caller.role(), LocalDate.now(clock), warnings);
  }

  // The product document's default.
  private static VehicleDraft used(VehicleDraft draft) {
    return draft.withCondition("USED");
  }

  private static void notArchived(@Nullable String status) {
    if (VehicleStatus.ARCHIVED.name().equals(status)) {
      throw ApiException.invalid("status", "a new vehicle cannot be archived");
    }
  }

  private static void archiving(Caller caller, @Nullable String from, @Nullable String to) {
    String archived = VehicleStatus.ARCHIVED.name();
    if (archived.equals(from) != archived.equals(to)
        && !caller.role().permits(Permission.VEHICLES_ARCHIVE)) {
      throw new ApiException(
          ErrorCode.FORBIDDEN, "Your role " + caller.role() + " lacks vehicles.archive");
    }
  }

  /** A page of vehicles, as the product document has it. */
  record PageAnswer(List<VehicleAnswer> data, Pagination pagination) {
    static PageAnswer of(List<VehicleAnswer> data, VehicleQuery query, long total) {
      return new PageAnswer(data, Pagination.of(query.page(), query.limit(), total));
    }
  }
}
