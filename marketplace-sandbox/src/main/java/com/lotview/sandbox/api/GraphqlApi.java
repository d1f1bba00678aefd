package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.Answers;
import com.lotview.sandbox.fault.FormHook;
import com.lotview.sandbox.fault.ListingHook;
import com.lotview.sandbox.fault.Moment;
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

/** The single endpoint for the pages' own requests; a form field names the operation. */
public final class GraphqlApi implements Handler {
  /** Names the operation in the request's form. */
  private static final String NAME = "fb_api_req_friendly_name";

  private static final String AUDIENCE = "MarketplaceComposerAudienceQuery";
  private static final String ITEM = "MarketplacePDPContainerQuery";

  private final Visitors visitors;
  private final ClickDoor door;
  private final Map<String, Operation> operations;
  private final Map<String, ClickOperation> clicks;
  private final ItemQuery items;

  /** The door over these parts of the site. */
  public GraphqlApi(
      Visitors visitors,
      ClickDoor door,
      CreateListing create,
      Composer composer,
      Ledger ledger,
      Drafts drafts,
      PublishHook publish,
      FormHook form,
      ListingHook change) {
    this.visitors = visitors;
    this.door = door;
    this.items = new ItemQuery(ledger);
    this.clicks =
        Map.of(
            "useCometMarketplaceListingCreateMutation",
            create,
            "useCometMarketplaceListingEditMutation",
            new EditListing(ledger, composer, change),
            "MarketplaceListingSoldMutation",
            new MarkListing(ledger, change),
            "MarketplaceListingRenewMutation",
            new RenewListing(ledger, change),
            "MarketplaceListingDeleteMutation",
            new DeleteListing(ledger, change));
    this.operations = queries(composer, ledger, drafts, publish, form);
  }

  private Map<String, Operation> queries(
      Composer composer, Ledger ledger, Drafts drafts, PublishHook publish, FormHook form) {
    Places places = new Places();
    return Map.of(
        AUDIENCE,
        (account, variables) ->
            data(
                "audience",
                Map.of(
                    "notice", publish.notice(account.id(), composer.form(account)).orElse(""),
                    "lost_clicks", form.lostClicks(account.id()))),
        "MarketplaceComposerPrePublishQuery",
        (account, variables) -> {
          door.told(account, variables);
          return data("pre_publish", Map.of("wait_ms", publish.delayMillis(account.id())));
        },
        "MarketplaceComposerSaveDraftMutation",
        (account, variables) -> {
          drafts.save(account.id(), Composer.texts(variables.path("draft")));
          return data("saved", true);
        },
        "MarketplaceComposerLocationQuery",
        (account, variables) ->
            form.losesPlaces(account.id())
                ? Answers.error("Query Error")
                : data(
                    "places",
                    places.suggest(
                        variables.path("query").asString(), composer.form(account).word("city"))),
        "MarketplaceComposerDeleteDraftMutation",
        (account, variables) -> {
          drafts.delete(account.id(), variables.path("draft_id").asString());
          return data("deleted", true);
        },
        "MarketplaceYouSellingFastActiveSectionPaginationQuery",
        new SellingQuery(ledger, drafts));
  }

  static Response data(String name, Object value) {
    return Response.json(200, Map.of("data", Map.of(name, value)));
  }

  @Override
  public Response handle(Request request) throws IOException {
    Map<String, String> form = request.form();
    String name = form.getOrDefault(NAME, "");
    ObjectNode variables = Json.object(form.getOrDefault("variables", "{}"));
    try {
      ClickOperation click = clicks.get(name);
      if (click != null) {
        return door.enter(request, click, variables.withObject("/input"));
      }
      return name.equals(ITEM) ? items.show(variables) : ask(request, name, variables);
    } catch (BadRequest e) {
      Map<String, String> error = Map.of("message", String.valueOf(e.getMessage()));
      return Response.json(200, Map.of("errors", List.of(error)));
    }
  }

  private Response ask(Request request, String name, ObjectNode variables) throws IOException {
    Operation operation = operations.get(name);
    if (operation == null) {
      return Response.json(400, Map.of("error", "unknown operation: " + name));
    }
    Optional<Account> account = visitors.signedIn(request);
    if (account.isEmpty()) {
      return Answers.loggedOut();
    }
    Optional<Response> held =
        visitors
            .heldUp(account.get())
            .or(() ->
                name.equals(AUDIENCE)
                    ? visitors.turnedAway(account.get(), Moment.NEXT)
                    : Optional.empty());
    return held.isPresent() ? held.get() : operation.run(account.get(), variables);
  }
}
