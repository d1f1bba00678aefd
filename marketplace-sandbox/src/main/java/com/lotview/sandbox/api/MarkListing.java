package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.ListingHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Ledger;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Marks a listing as sold, or as available again. */
final class MarkListing implements ClickOperation {
  private final Ledger ledger;
  private final ListingHook hook;

  MarkListing(Ledger ledger, ListingHook hook) {
    this.ledger = ledger;
    this.hook = hook;
  }

  @Override
  public Click.Kind kind(ObjectNode input) {
    return input.path("sold").asBoolean() ? Click.Kind.SOLD : Click.Kind.AVAILABLE;
  }

  @Override
  public Effect run(Account account, ObjectNode input) {
    String id = new OwnListing(ledger).id(account, input);
    Optional<Response> refusal = hook.before(Moment.SOLD, account.id());
    if (refusal.isPresent()) {
      return Effect.refused(id, refusal.get());
    }
    boolean sold = input.path("sold").asBoolean();
    if (!ledger.mark(id, sold)) {
      throw OwnListing.gone();
    }
    return Effect.stored(
        id,
        hook.after(Moment.SOLD, account.id())
            .orElseGet(() -> GraphqlApi.data("marketplace_listing_sold", sold)));
  }
}
