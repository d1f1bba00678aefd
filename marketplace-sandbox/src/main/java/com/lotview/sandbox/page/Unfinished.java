package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.FormHook;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.PhotoStore;
import com.lotview.sandbox.variant.Variant;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Listings begun and not finished that come back into the form. */
final class Unfinished {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");
  private static final Map<String, String> STRANGE =
      Map.of(
          "year", "2014",
          "make", "Ford",
          "model", "Focus SE",
          "mileage", "99999",
          "price", "5500",
          "description", "Runs great. Call after six.");

  private final Drafts drafts;
  private final PhotoStore photos;
  private final FormHook hook;

  Unfinished(Drafts drafts, PhotoStore photos, FormHook hook) {
    this.drafts = drafts;
    this.photos = photos;
    this.hook = hook;
  }

  /** What comes back on this page load: the requested draft, or one without a request. */
  Optional<ObjectNode> comingBack(Request request, Account account, Variant variant)
      throws IOException {
    Optional<Drafts.Draft> asked =
        request.query("draft_id").flatMap(id -> drafts.find(account.id(), id));
    if (asked.isPresent()) {
      return Optional.of(coming(0, asked.get().fields()));
    }
    Optional<FormHook.Return> strange = hook.returns(account.id());
    if (strange.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode coming = coming(strange.get().millis(), STRANGE);
    coming.withObject("/values").put("vehicleType", variant.types().getFirst());
    if (strange.get().photo()) {
      var photo = photos.store(PICTURE);
      coming.putObject("photo").put("id", photo.id()).put("src", StoredPhotos.address(photo));
    }
    return Optional.of(coming);
  }

  private static ObjectNode coming(long millis, Map<String, String> values) {
    ObjectNode coming = Json.MAPPER.createObjectNode().put("millis", millis);
    coming.set("values", Json.MAPPER.valueToTree(values));
    return coming;
  }
}
