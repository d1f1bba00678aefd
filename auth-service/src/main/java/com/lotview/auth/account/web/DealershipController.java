package com.lotview.auth.account.web;

import com.lotview.auth.account.Dealership;
import com.lotview.auth.account.DealershipChange;
import com.lotview.auth.account.Dealerships;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A dealership: its profile for its manager, its facts for other services. */
@RestController
class DealershipController {
  private final Dealerships dealerships;

  DealershipController(Dealerships dealerships) {
    this.dealerships = dealerships;
  }

  @GetMapping("/internal/dealerships/{id}")
  Mono<Dealership> dealership(@PathVariable UUID id) {
    return found(dealerships.find(id));
  }

  @GetMapping("/v1/dealership")
  Mono<Dealership> own(Caller caller, ServerWebExchange exchange) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return told(found(dealerships.find(caller.dealershipId())), exchange);
  }

  @PatchMapping("/v1/dealership")
  Mono<Dealership> change(
      Caller caller,
      @Valid @RequestBody DealershipChange change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return told(found(dealerships.change(caller, change, EntityTag.expected(ifMatch))), exchange);
  }

  private static Mono<Dealership> told(Mono<Dealership> dealership, ServerWebExchange exchange) {
    return dealership.doOnNext(found -> EntityTag.tell(exchange, found.updatedAt()));
  }

  private static Mono<Dealership> found(Mono<Dealership> dealership) {
    return dealership.switchIfEmpty(
        Mono.error(() -> new RefusalException(ErrorCode.NOT_FOUND, "No such dealership")));
  }
}
