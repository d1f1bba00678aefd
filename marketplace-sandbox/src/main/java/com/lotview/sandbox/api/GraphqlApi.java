package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.PublishHook;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.page.Visitors;
import com.lotview.sandbox.variant.Places;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The one door for the pages' own requests; the form field names the operation. */
public final class GraphqlApi implements Handler {
  /** Names the operation in the request's form. */
  private static final String NAME = "fb_api_req_friendly_name";

  private static final String ITEM = "MarketplacePDPContainerQuery";

  private final Visitors visitors;
  private final Map<String, Operation> operations;
  private final ItemQuery items;

  /** The door over these parts of the site. */
  public GraphqlApi(
      Visitors visitors,
      CreateListing create,
      Ledger ledger,
      Drafts drafts,
      Places places,
      PublishHook hook) {
    this.visitors = visitors;
    this.items = new ItemQuery(ledger);
    this.operations =
        Map.of(
            "useCometMarketplaceListingCreateMutation",
            create,
            "MarketplaceComposerPrePublishQuery",
            (account, variables) ->
                data("pre_publish", Map.of("wait_ms", hook.delayMillis(account.id()))),
            "MarketplaceComposerSaveDraftMutation",
            (account, variables) -> {
              drafts.save(account.id(), Composer.texts(variables.path("draft")));
              return data("saved", true);
            },
            "MarketplaceComposerLocationQuery",
            (account, variables) ->
                data("places", places.suggest(variables.path("query").asString())),
            "MarketplaceYouSellingFastActiveSectionPaginationQuery",
            new SellingQuery(ledger),
            "MarketplaceListingSoldMutation",
            (account, variables) -> {
              boolean sold = variables.path("sold").asBoolean();
              ledger.change(items.own(account, variables).withSold(sold));
              return data("sold", sold);
            },
            "MarketplaceListingDeleteMutation",
            (account, variables) -> {
              ledger.delete(items.own(account, variables));
              return data("deleted", true);
            });
  }

  static Response data(String name, Object value) {
    return Response.json(200, Map.of("data", Map.of(name, value)));
  }

  @Override
  public Response handle(Request request) throws IOException {
    Map<String, String> form = request.form();
    String name = form.getOrDefault(NAME, "");
    ObjectNode variables = Json.object(form.getOrDefault("variables", "{}"));
    if (name.equals(ITEM)) {
      return items.show(variables);
    }
    Operation operation = operations.get(name);
    if (operation == null) {
      throw new BadRequest("unknown operation: " + name);
    }
    Optional<Account> account = visitors.signedIn(request);
    if (account.isEmpty()) {
      return Response.json(401, Map.of("error", 1357001, "errorSummary", "Not Logged In"));
    }
    try {
      return operation.run(account.get(), variables);
    } catch (BadRequest e) {
      Map<String, String> error = Map.of("message", String.valueOf(e.getMessage()));
      return Response.json(200, Map.of("errors", List.of(error)));
    }
  }
}
