package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.page.StoredPhotos;
import tools.jackson.databind.node.ObjectNode;

/** What the public page of one listing asks for. */
final class ItemQuery {
  private final Ledger ledger;

  ItemQuery(Ledger ledger) {
    this.ledger = ledger;
  }

  Response show(ObjectNode variables) {
    Listing listing = find(variables);
    ObjectNode item = Json.MAPPER.valueToTree(listing);
    // What only the ledger may know is not for the public.
    item.remove("raw");
    item.remove("interaction");
    item.remove("formSession");
    item.remove("formOpenedAt");
    var photos = item.putArray("photos");
    listing.photos().forEach(photo -> photos.add(StoredPhotos.address(photo)));
    return GraphqlApi.data("listing", item);
  }

  Listing own(Account account, ObjectNode variables) {
    Listing listing = find(variables);
    if (!listing.account().equals(account.id())) {
      throw new BadRequest("not your listing");
    }
    return listing;
  }

  private Listing find(ObjectNode variables) {
    return ledger
        .find(variables.path("listing").asString())
        .orElseThrow(() -> new BadRequest("no such listing"));
  }
}
