package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.ListingHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The request of the edit form: stores all its fields anew, with the same checks. */
final class EditListing implements ClickOperation {
  private final Ledger ledger;
  private final Composer composer;
  private final ListingHook hook;

  EditListing(Ledger ledger, Composer composer, ListingHook hook) {
    this.ledger = ledger;
    this.composer = composer;
    this.hook = hook;
  }

  @Override
  public Click.Kind kind(ObjectNode input) {
    return Click.Kind.UPDATE;
  }

  @Override
  public Effect run(Account account, ObjectNode input) {
    String id = new OwnListing(ledger).id(account, input);
    Listing sent = composer.compose(id, account, input);
    if (hook.ignores(account.id())) {
      return new Effect(Click.Outcome.IGNORED, id, edited(id));
    }
    if (!ledger.edit(id, sent)) {
      throw OwnListing.gone();
    }
    return Effect.stored(id, hook.after(Moment.UPDATE, account.id()).orElseGet(() -> edited(id)));
  }

  private static Response edited(String id) {
    return GraphqlApi.data("marketplace_listing_edit", Map.of("listing", Map.of("id", id)));
  }
}
