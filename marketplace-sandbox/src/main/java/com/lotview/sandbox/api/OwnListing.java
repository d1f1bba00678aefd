package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.ledger.Ledger;
import tools.jackson.databind.node.ObjectNode;

/** Finds the listing that a request is about among those of its sender. */
record OwnListing(Ledger ledger) {
  /**
   * The id of a listing that is up and belongs to the account.
   *
   * @throws BadRequest when there is no such listing
   */
  String id(Account account, ObjectNode input) {
    return ledger
        .find(input.path("listing_id").asString(""))
        .filter(listing -> listing.account().equals(account.id()))
        .orElseThrow(OwnListing::gone)
        .id();
  }

  static BadRequest gone() {
    return new BadRequest("This listing isn't available anymore");
  }
}
