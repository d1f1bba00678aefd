package com.lotview.posting.watch.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.posting.watch.AccountWatch;
import com.lotview.posting.watch.WatchQueries;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the watch over an account's listings. */
@RestController
class AccountListingsController {
  private final WatchQueries watches;

  AccountListingsController(WatchQueries watches) {
    this.watches = watches;
  }

  @GetMapping("/v1/fb-accounts/{id}/listings")
  Mono<Watch> watch(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_READ);
    return watches.of(caller.dealershipId(), id).map(Watch::of);
  }

  /**
   * The watch.
   *
   * @param otherListings that this system did not make; null before the first look
   */
  record Watch(
      AccountWatch.State state,
      @Nullable Instant lastLookAt,
      Instant nextLookAt,
      @Nullable Integer otherListings,
      @Nullable String error) {
    static Watch of(AccountWatch watch) {
      return new Watch(
          watch.state(), watch.endedAt(), watch.nextAt(), watch.others(), watch.error());
    }
  }
}
