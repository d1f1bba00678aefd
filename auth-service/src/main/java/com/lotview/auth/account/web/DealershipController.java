package com.lotview.auth.account.web;

import com.lotview.auth.account.Dealership;
import com.lotview.auth.account.Dealerships;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Facts of a dealership, for other services. */
@RestController
class DealershipController {
  private final Dealerships dealerships;

  DealershipController(Dealerships dealerships) {
    this.dealerships = dealerships;
  }

  @GetMapping("/internal/dealerships/{id}")
  Mono<Dealership> dealership(@PathVariable UUID id) {
    return dealerships
        .find(id)
        .switchIfEmpty(
            Mono.error(() -> new ApiException(ErrorCode.NOT_FOUND, "No such dealership")));
  }
}
