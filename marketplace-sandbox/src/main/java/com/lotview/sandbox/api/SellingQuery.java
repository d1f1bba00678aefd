package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.page.StoredPhotos;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The cards of "Your listings", newest first, by pages. */
final class SellingQuery implements Operation {
  private final Ledger ledger;

  SellingQuery(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Response run(Account account, ObjectNode variables) {
    String query = variables.path("query").asString("");
    int from = variables.path("cursor").asInt(0);
    int count = variables.path("count").asInt(20);
    List<Listing> found = ledger.search(account.id(), query, from, count + 1);
    ObjectNode page = Json.MAPPER.createObjectNode();
    var edges = page.putArray("edges");
    found.stream().limit(count).forEach(listing -> edges.add(card(listing)));
    page.put("cursor", from + edges.size()).put("hasNext", found.size() > count);
    return GraphqlApi.data("listings", page);
  }

  private static ObjectNode card(Listing listing) {
    ObjectNode card = Json.MAPPER.createObjectNode();
    card.put("id", listing.id()).put("title", listing.title());
    card.put("price", listing.price()).put("sold", listing.sold());
    card.put("createdAt", listing.createdAt().toString());
    if (!listing.photos().isEmpty()) {
      card.put("photo", StoredPhotos.address(listing.photos().getFirst()));
    }
    return card;
  }
}
