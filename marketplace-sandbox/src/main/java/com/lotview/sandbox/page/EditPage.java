package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The form over a listing that is up already. */
public final class EditPage implements Visitors.Page {
  private final VehicleFormPage form;
  private final Ledger ledger;
  private final Shell shell;

  /** The page. */
  public EditPage(VehicleFormPage form, Ledger ledger, Shell shell) {
    this.form = form;
    this.ledger = ledger;
    this.shell = shell;
  }

  @Override
  public Response show(Request request, Account account) {
    Optional<Listing> listing =
        ledger
            .find(request.query("listing_id").orElse(""))
            .filter(found -> found.account().equals(account.id()));
    if (listing.isEmpty()) {
      return shell.page(shell.settings("unavailable", account));
    }
    ObjectNode settings = form.open(account);
    settings.set("listing", held(listing.get()));
    return shell.page(settings);
  }

  private static ObjectNode held(Listing listing) {
    ObjectNode held = Json.MAPPER.createObjectNode();
    held.put("id", listing.id()).put("location", listing.location());
    held.set("values", Json.MAPPER.valueToTree(listing.raw()));
    var photos = held.putArray("photos");
    listing
        .photos()
        .forEach(photo ->
            photos.addObject().put("id", photo.id()).put("src", StoredPhotos.address(photo)));
    return held;
  }
}
