package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.ListingHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Ledger;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Renews a listing that is up for a week. */
final class RenewListing implements ClickOperation {
  private final Ledger ledger;
  private final ListingHook hook;

  RenewListing(Ledger ledger, ListingHook hook) {
    this.ledger = ledger;
    this.hook = hook;
  }

  @Override
  public Click.Kind kind(ObjectNode input) {
    return Click.Kind.RENEW;
  }

  @Override
  public Effect run(Account account, ObjectNode input) {
    String id = new OwnListing(ledger).id(account, input);
    Optional<Response> refusal = hook.before(Moment.RENEW, account.id());
    if (refusal.isPresent()) {
      return Effect.refused(id, refusal.get());
    }
    if (!ledger.renew(id)) {
      throw OwnListing.gone();
    }
    return Effect.stored(
        id,
        hook.after(Moment.RENEW, account.id())
            .orElseGet(() -> GraphqlApi.data("marketplace_listing_renewed", true)));
  }
}
