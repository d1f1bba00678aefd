package com.lotview.auth.account.web;

import com.lotview.auth.account.Dealership;
import com.lotview.auth.account.DealershipTexts;
import com.lotview.auth.account.Dealerships;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A dealership: its profile for its manager, its facts for other services. */
@RestController
class DealershipController {
  private final Dealerships dealerships;

  DealershipController(Dealerships dealerships) {
    this.dealerships = dealerships;
  }

  /**
   * What a manager may change.
   *
   * @param texts take the place of all former ones; what is missing in them is nothing of its own
   */
  record Change(@NotNull(message = "is required") @Valid DealershipTexts texts) {}

  @GetMapping("/internal/dealerships/{id}")
  Mono<Dealership> dealership(@PathVariable UUID id) {
    return found(dealerships.find(id));
  }

  @GetMapping("/v1/dealership")
  Mono<Dealership> own(Caller caller) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return found(dealerships.find(caller.dealershipId()));
  }

  @PatchMapping("/v1/dealership")
  Mono<Dealership> change(Caller caller, @Valid @RequestBody Change change) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return found(dealerships.change(caller.dealershipId(), caller.userId(), change.texts()));
  }

  private static Mono<Dealership> found(Mono<Dealership> dealership) {
    return dealership.switchIfEmpty(
        Mono.error(() -> new ApiException(ErrorCode.NOT_FOUND, "No such dealership")));
  }
}
