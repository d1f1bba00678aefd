package com.lotview.inventory.vehicle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.Permission;
import com.lotview.inventory.market.Markets;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.inventory.vehicle.history.LotCalendar;
import com.lotview.inventory.vehicle.query.SearchReading;
import com.lotview.inventory.vehicle.query.Understood;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.web.VehicleAnswer.View;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import com.lotview.kit.web.Pagination;
import com.lotview.kit.web.QueryParameters;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/vehicles}. */
@RestController
@RequestMapping("/v1/vehicles")
class VehicleController {
  private static final String CREATE = "POST /v1/vehicles";

  private final Vehicles vehicles;
  private final VehicleCards cards;
  private final Markets markets;
  private final VehicleForm form;
  private final IdempotentRequests requests;
  private final ListRequests lists;
  private final LotCalendar calendar;

  VehicleController(
      Vehicles vehicles,
      VehicleCards cards,
      Markets markets,
      VehicleForm form,
      IdempotentRequests requests,
      ListRequests lists,
      LotCalendar calendar) {
    this.vehicles = vehicles;
    this.cards = cards;
    this.markets = markets;
    this.form = form;
    this.requests = requests;
    this.lists = lists;
    this.calendar = calendar;
  }

  @PostMapping
  Mono<ResponseEntity<VehicleAnswer>> create(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @ApiBody(VehicleDraft.class) ObjectNode body) {
    caller.require(Permission.VEHICLES_WRITE);
    VehicleDraft draft = form.read(body);
    notArchived(draft.status());
    Mono<VehicleAnswer> work =
        vehicles
            .create(caller, draft.condition() == null ? used(draft) : draft)
            .zipWhen(outcome -> view(caller, outcome.warnings()))
            .map(made ->
                VehicleAnswer.of(made.getT1().vehicle(), VehicleAnswer.Around.NEW, made.getT2()));
    return requests
        .once(caller, CREATE, key, draft, VehicleAnswer.class, work)
        .map(made -> ResponseEntity.created(URI.create("/v1/vehicles/" + made.id())).body(made));
  }

  @GetMapping
  Mono<PageAnswer> list(
      Caller caller, VehicleListParameters parameters, ServerWebExchange exchange) {
    caller.require(Permission.VEHICLES_READ);
    QueryParameters.only(exchange, VehicleListParameters.NAMES);
    return lists.asked(caller.dealershipId(), parameters).flatMap(asked -> list(caller, asked));
  }

  private Mono<PageAnswer> list(Caller caller, ListRequests.Asked asked) {
    return vehicles
        .page(caller.dealershipId(), asked.query())
        .zipWith(view(caller, null))
        .flatMap(found ->
            cards
                .of(found.getT1().vehicles(), found.getT2())
                .map(data -> PageAnswer.of(data, asked.query(), found.getT1())));
  }

  @GetMapping("/{id}")
  Mono<ResponseEntity<VehicleAnswer>> get(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_READ);
    return vehicles
        .get(caller.dealershipId(), PathIds.vehicle(id))
        .zipWith(view(caller, null), cards::whole)
        .flatMap(answer -> answer)
        .map(VehicleController::tagged);
  }

  @PatchMapping("/{id}")
  Mono<ResponseEntity<VehicleAnswer>> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody @ApiBody(VehicleDraft.class) ObjectNode body) {
    caller.require(Permission.VEHICLES_WRITE);
    return vehicles
        .change(
            caller,
            PathIds.vehicle(id),
            EntityTag.expected(ifMatch),
            current -> {
              VehicleDraft wanted = form.overlay(current, body);
              archiving(caller, current.status(), wanted.status());
              return wanted;
            })
        .zipWhen(outcome -> view(caller, outcome.warnings()))
        .flatMap(found -> cards.whole(found.getT1().vehicle(), found.getT2()))
        .map(VehicleController::tagged);
  }

  private static ResponseEntity<VehicleAnswer> tagged(VehicleAnswer answer) {
    return ResponseEntity.ok().eTag(EntityTag.of(answer.version())).body(answer);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> archive(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_ARCHIVE);
    return vehicles.archive(caller, PathIds.vehicle(id)).then();
  }

  private Mono<View> view(Caller caller, @Nullable List<String> warnings) {
    boolean costs = caller.permits(Permission.VEHICLES_COSTS);
    return calendar
        .now(caller.dealershipId())
        .zipWith(
            markets.of(caller.dealershipId()),
            (now, market) -> new View(costs, now, market.currency(), warnings));
  }

  // The product document's default.
  private static VehicleDraft used(VehicleDraft draft) {
    return draft.withCondition("USED");
  }

  private static void notArchived(@Nullable String status) {
    if (VehicleStatus.ARCHIVED.name().equals(status)) {
      throw RefusalException.invalid("status", "a new vehicle cannot be archived");
    }
  }

  private static void archiving(Caller caller, @Nullable String from, @Nullable String to) {
    String archived = VehicleStatus.ARCHIVED.name();
    if (archived.equals(from) != archived.equals(to)) {
      caller.require(Permission.VEHICLES_ARCHIVE);
    }
  }

  /**
   * A part of a list, as the product document has it.
   *
   * @param nextCursor where the next part begins; null at the end
   * @param understood what was made of the words of {@code q}; only with it
   * @param text the words of {@code q} that were not understood and are searched for; only with it
   */
  record PageAnswer(
      List<VehicleAnswer> data,
      Pagination pagination,
      @Nullable String nextCursor,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Understood> understood,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> text) {
    static PageAnswer of(List<VehicleAnswer> data, VehicleQuery query, VehicleStore.Page found) {
      VehicleQuery.Part part = query.part();
      SearchReading search = query.filter().search();
      VehicleQuery.Position next = found.next();
      return new PageAnswer(
          data,
          Pagination.of(part.page(), part.limit(), found.total()),
          next == null ? null : VehicleListParameters.cursor(query, next),
          search.equals(SearchReading.NONE) ? null : search.understood(),
          search.equals(SearchReading.NONE) ? null : search.text());
    }
  }
}
