package com.lotview.sandbox.api;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.FateHook;
import com.lotview.sandbox.fault.PublishHook;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The create request of the form: stores the listing and answers with its id. */
public final class CreateListing implements ClickOperation {
  private final Ledger ledger;
  private final Composer composer;
  private final PublishHook hook;
  private final FateHook fates;
  private final Dice dice;

  /**
   * Listing ids by mutation id: a browser may repeat one request by itself on a broken connection.
   */
  private final Map<String, String> done = new ConcurrentHashMap<>();

  /** Stores into this ledger. */
  public CreateListing(
      Ledger ledger, Composer composer, PublishHook hook, FateHook fates, Dice dice) {
    this.ledger = ledger;
    this.composer = composer;
    this.hook = hook;
    this.fates = fates;
    this.dice = dice;
  }

  @Override
  public Click.Kind kind(ObjectNode input) {
    return Click.Kind.PUBLISH;
  }

  @Override
  public Effect run(Account account, ObjectNode input) {
    Optional<Response> refusal = hook.before(account.id(), composer.form(account));
    if (refusal.isPresent()) {
      return Effect.refused(null, refusal.get());
    }
    hook.hold(account.id());
    if (hook.listsNothing(account.id())) {
      return new Effect(Click.Outcome.IGNORED, null, created(dice.digits(16)));
    }
    String mutation = account.id() + "/" + input.path("client_mutation_id").asString();
    String id = done.computeIfAbsent(mutation, key -> store(account, input));
    return Effect.stored(id, hook.after(account.id()).orElseGet(() -> created(id)));
  }

  private String store(Account account, ObjectNode input) {
    String id = dice.digits(16);
    while (ledger.knows(id)) {
      id = dice.digits(16);
    }
    ObjectNode kept = hook.losesPhotos(account.id()) ? withoutPhotos(input) : input;
    Listing listing = composer.compose(id, account, kept).silentFor(hook.silence(account.id()));
    ledger.list(hook.noticeOnCard(account.id()).map(listing::noticed).orElse(listing));
    fates.listed(account.id(), id);
    return id;
  }

  private static ObjectNode withoutPhotos(ObjectNode input) {
    ObjectNode bare = input.deepCopy();
    bare.putArray("photo_ids");
    return bare;
  }

  private static Response created(String id) {
    Map<String, String> listing = Map.of("__typename", "GroupCommerceProductItem", "id", id);
    return GraphqlApi.data("marketplace_listing_create", Map.of("listing", listing));
  }
}
