package com.lotview.sandbox.api;

import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.page.StoredPhotos;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The query of a listing's public page. */
final class ItemQuery {
  /** Fields that only the ledger has; the public page does not get them. */
  private static final List<String> PRIVATE =
      List.of(
          "raw",
          "interaction",
          "formSession",
          "formOpenedAt",
          "shownFrom",
          "notice",
          "history",
          "canonical");

  private final Ledger ledger;

  ItemQuery(Ledger ledger) {
    this.ledger = ledger;
  }

  Response show(ObjectNode variables) {
    Listing listing =
        ledger.shown(variables.path("listing").asString()).orElseThrow(OwnListing::gone);
    ObjectNode item = Json.MAPPER.valueToTree(listing);
    item.remove(PRIVATE);
    var photos = item.putArray("photos");
    listing.photos().forEach(photo -> photos.add(StoredPhotos.address(photo)));
    return GraphqlApi.data("listing", item);
  }
}
