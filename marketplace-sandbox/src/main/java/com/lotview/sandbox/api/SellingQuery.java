package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.page.StoredPhotos;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The cards of "Your listings", newest first, by pages. */
final class SellingQuery implements Operation {
  private final Ledger ledger;
  private final Drafts drafts;

  SellingQuery(Ledger ledger, Drafts drafts) {
    this.ledger = ledger;
    this.drafts = drafts;
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
    var unfinished = page.putArray("drafts");
    if (from == 0 && query.isBlank()) {
      drafts.all(account.id()).forEach(draft -> unfinished.add(card(draft)));
    }
    return GraphqlApi.data("listings", page);
  }

  private static ObjectNode card(Drafts.Draft draft) {
    String title =
        Stream.of("year", "make", "model")
            .map(field -> draft.fields().getOrDefault(field, ""))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" "));
    return Json.MAPPER.createObjectNode().put("id", draft.id()).put("title", title);
  }

  private static ObjectNode card(Listing listing) {
    ObjectNode card = Json.MAPPER.createObjectNode();
    card.put("id", listing.id()).put("title", listing.title());
    card.put("price", listing.price()).put("sold", listing.sold());
    card.put("createdAt", listing.createdAt().toString()).put("notice", listing.notice());
    if (!listing.photos().isEmpty()) {
      card.put("photo", StoredPhotos.address(listing.photos().getFirst()));
    }
    return card;
  }
}
