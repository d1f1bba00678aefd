package com.lotview.posting.watch.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.posting.watch.RenewListing;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders renewals of listings. */
@RestController
class RenewalController {
  private final RenewListing listings;

  RenewalController(RenewListing listings) {
    this.listings = listings;
  }

  @PostMapping("/v1/postings/{id}/renew")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Ordered> renew(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.POSTINGS_RESOLVE);
    return listings.renew(caller, id).map(posting -> new Ordered(id));
  }

  /** The posting whose listing is to be renewed. */
  record Ordered(UUID id) {}
}
