package com.lotview.standalone.openapi;

import static com.lotview.standalone.openapi.MadeObjects.Kind.ACCOUNT;
import static com.lotview.standalone.openapi.MadeObjects.Kind.API_KEY;
import static com.lotview.standalone.openapi.MadeObjects.Kind.BULK;
import static com.lotview.standalone.openapi.MadeObjects.Kind.CHECK;
import static com.lotview.standalone.openapi.MadeObjects.Kind.DELIVERY;
import static com.lotview.standalone.openapi.MadeObjects.Kind.IMAGE;
import static com.lotview.standalone.openapi.MadeObjects.Kind.IMAGES;
import static com.lotview.standalone.openapi.MadeObjects.Kind.IMPORT;
import static com.lotview.standalone.openapi.MadeObjects.Kind.INVITED;
import static com.lotview.standalone.openapi.MadeObjects.Kind.LIVE_VIEW;
import static com.lotview.standalone.openapi.MadeObjects.Kind.NONE;
import static com.lotview.standalone.openapi.MadeObjects.Kind.NOTICE;
import static com.lotview.standalone.openapi.MadeObjects.Kind.ORDER;
import static com.lotview.standalone.openapi.MadeObjects.Kind.POSTING;
import static com.lotview.standalone.openapi.MadeObjects.Kind.SEALING;
import static com.lotview.standalone.openapi.MadeObjects.Kind.SESSION;
import static com.lotview.standalone.openapi.MadeObjects.Kind.STOCK_FEED;
import static com.lotview.standalone.openapi.MadeObjects.Kind.STOCK_FEED_RUN;
import static com.lotview.standalone.openapi.MadeObjects.Kind.SUGGESTION;
import static com.lotview.standalone.openapi.MadeObjects.Kind.UPLOAD;
import static com.lotview.standalone.openapi.MadeObjects.Kind.USER;
import static com.lotview.standalone.openapi.MadeObjects.Kind.VEHICLE;
import static com.lotview.standalone.openapi.MadeObjects.Kind.WEBHOOK;

import com.lotview.standalone.openapi.MadeObjects.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The object of each operation, and its status for a permitted caller. Who is permitted is computed
 * from the document. A new operation needs a line here.
 */
final class Expectations {
  /**
   * @param status for the own object
   * @param missing for one of another dealership, and for a random id
   * @param body from the object's ids; null: the document's example, if it has a body
   * @param endsSessions whether the caller's sessions end with it
   */
  record Entry(
      Kind kind,
      int status,
      int missing,
      Function<List<String>, JsonNode> body,
      boolean endsSessions) {}

  private static final Map<String, Entry> ENTRIES = new HashMap<>();

  static {
    on("GET /.well-known/jwks.json", NONE, 200);
    on("GET /v1/audit", NONE, 200);
    on("GET /v1/audit/export", NONE, 200);
    on("POST /v1/auth/invitation", NONE, 422);
    // A different person each time, because too many failures lock a person out.
    on(
        "POST /v1/auth/login",
        NONE,
        401,
        0,
        ids ->
            MadeObjects.node()
                .put("email", UUID.randomUUID() + "@api.example")
                .put("password", "wrong-password"));
    // The challenge and the link belong to no login and no registration.
    on("POST /v1/auth/login/code", NONE, 401);
    on("POST /v1/auth/login/enrolment", NONE, 401);
    // The operator has not opened registration.
    on("POST /v1/auth/registration", NONE, 404);
    on("POST /v1/auth/registration/confirmation", NONE, 404);
    // No person here has a second factor, and the example's password belongs to no person.
    on("GET /v1/auth/two-factor", NONE, 200);
    on("POST /v1/auth/two-factor", NONE, 400);
    on("POST /v1/auth/two-factor/confirmation", NONE, 422);
    on("POST /v1/auth/two-factor/off", NONE, 409);
    on("POST /v1/auth/two-factor/recovery-codes", NONE, 409);
    on(
        "PUT /v1/dealership/two-factor",
        NONE,
        204,
        0,
        ids -> MadeObjects.node().put("required", false));
    on("DELETE /v1/users/{id}/two-factor", USER, 409);
    ends("POST /v1/auth/logout", 204);
    on("GET /v1/auth/me", NONE, 200);
    on("PUT /v1/auth/password", NONE, 400);
    on("POST /v1/auth/password/forgotten", NONE, 202);
    on("POST /v1/auth/password/reset", NONE, 422);
    on("POST /v1/auth/refresh", NONE, 401);
    ends("DELETE /v1/auth/sessions", 204);
    on("GET /v1/auth/sessions", NONE, 200);
    on("DELETE /v1/auth/sessions/{id}", SESSION, 204);
    on("GET /v1/dealership", NONE, 200);
    on("PATCH /v1/dealership", NONE, 200);
    on("GET /v1/dealership/api-keys", NONE, 200);
    on(
        "POST /v1/dealership/api-keys",
        NONE,
        201,
        0,
        ids -> {
          ObjectNode key = MadeObjects.node().put("name", "one of the table");
          key.putArray("scopes").add("vehicles.read");
          return key;
        });
    on("DELETE /v1/dealership/api-keys/{id}", API_KEY, 204);
    on("GET /v1/dealership/feeds-out", NONE, 200);
    on("GET /v1/dealership/feeds-out/health", NONE, 200);
    on("POST /v1/dealership/feeds-out", NONE, 201);
    on("PUT /v1/dealership/feeds-out", NONE, 200);
    on("DELETE /v1/dealership/feeds-out", NONE, 204);
    // No feed and no photo has these addresses.
    on("GET /feeds/{secret}/meta.csv", NONE, 404);
    on("GET /feeds/{secret}/google.csv", NONE, 404);
    on("GET /feeds/photos/{secret}/{file}", NONE, 404);
    on("GET /v1/users", NONE, 200);
    on(
        "POST /v1/users",
        NONE,
        201,
        0,
        ids ->
            MadeObjects.node()
                .put("email", UUID.randomUUID() + "@api.example")
                .put("firstName", "Pat")
                .put("lastName", "Lee")
                .put("role", "SALESPERSON"));
    on("DELETE /v1/users/{id}", USER, 204);
    on("GET /v1/users/{id}", USER, 200);
    on("PATCH /v1/users/{id}", USER, 200);
    on("POST /v1/users/{id}/invitation", INVITED, 202);
    // The person was not deactivated.
    on("POST /v1/users/{id}/erasure", USER, 409);
    on("GET /v1/vehicles", NONE, 200);
    on("POST /v1/vehicles", NONE, 201, 0, ids -> MadeStock.vehicleBody("T" + UUID.randomUUID()));
    on("GET /v1/vehicles/export", NONE, 200);
    on("GET /v1/vehicles/{id}/history", VEHICLE, 200);
    on("POST /v1/vehicles/import", NONE, 202);
    on("POST /v1/vehicles/import/preview", NONE, 200);
    on("GET /v1/vehicles/import/mappings", NONE, 200);
    on(
        "PUT /v1/vehicles/import/mappings",
        NONE,
        200,
        0,
        ids -> {
          ObjectNode said = MadeObjects.node();
          said.putArray("columns").addObject().put("column", "Lot row").put("field", "none");
          return said;
        });
    on("GET /v1/vehicles/imports", NONE, 200);
    on("GET /v1/vehicles/imports/{id}", IMPORT, 200);
    on("POST /v1/vehicles/imports/{id}/cancel", IMPORT, 200);
    on("GET /v1/vehicles/imports/{id}/report", IMPORT, 200);
    on("GET /v1/vehicles/imports/{id}/report.csv", IMPORT, 200);
    on("GET /v1/vehicles/feeds", NONE, 200);
    on("POST /v1/vehicles/feeds", NONE, 201, 0, ids -> MadeStock.feedBody());
    on("GET /v1/vehicles/feeds/{id}", STOCK_FEED, 200);
    on(
        "PATCH /v1/vehicles/feeds/{id}",
        STOCK_FEED,
        200,
        404,
        ids -> MadeObjects.node().put("name", "Night stock"));
    on("DELETE /v1/vehicles/feeds/{id}", STOCK_FEED, 204);
    on("POST /v1/vehicles/feeds/{id}/run", STOCK_FEED, 202);
    on("GET /v1/vehicles/feeds/{id}/runs", STOCK_FEED, 200);
    on("POST /v1/vehicles/feeds/{id}/runs/{runId}/accept", STOCK_FEED_RUN, 409);
    on("GET /v1/vehicles/suggestions", NONE, 200);
    on("POST /v1/vehicles/suggestions", NONE, 201, 0, ids -> MadeStock.suggestionBody());
    on(
        "POST /v1/vehicles/suggestions/{id}/accept",
        SUGGESTION,
        200,
        404,
        ids -> MadeObjects.node().put("trim", "SE"));
    on("POST /v1/vehicles/suggestions/{id}/decline", SUGGESTION, 200);
    on("DELETE /v1/vehicles/{id}", VEHICLE, 204);
    on("GET /v1/vehicles/{id}", VEHICLE, 200);
    on("PATCH /v1/vehicles/{id}", VEHICLE, 200, 404, ids -> MadeObjects.node().put("trim", "SE"));
    on("POST /v1/vehicles/{id}/images", VEHICLE, 201);
    on(
        "POST /v1/vehicles/{id}/images/addresses",
        VEHICLE,
        202,
        404,
        ids -> {
          ObjectNode wish = MadeObjects.node();
          wish.putArray("urls").add("https://dealer.example/1.jpg");
          return wish;
        });
    on("DELETE /v1/vehicles/{id}/images/{imageId}", IMAGE, 204);
    on("GET /v1/vehicles/{id}/images/{imageId}", IMAGE, 200);
    on("PUT /v1/vehicles/{id}/images/{imageId}", IMAGE, 200);
    on("PUT /v1/vehicles/{id}/images/{imageId}/primary", IMAGE, 200);
    on(
        "PUT /v1/vehicles/{id}/images/order",
        IMAGES,
        200,
        404,
        ids -> {
          ObjectNode order = MadeObjects.node();
          ids.subList(1, ids.size()).reversed().forEach(order.putArray("imageIds")::add);
          return order;
        });
    on(
        "POST /v1/vehicles/{id}/images/uploads",
        VEHICLE,
        201,
        404,
        ids -> MadeStock.uploadBody(1_000));
    on("POST /v1/vehicles/{id}/images/uploads/{uploadId}/confirm", UPLOAD, 200);
    for (String way : new String[] {"generate", "regenerate"}) {
      on(
          "POST /v1/listings/" + way,
          VEHICLE,
          200,
          404,
          ids -> {
            ObjectNode wish = MadeObjects.node().put("vehicleId", ids.getFirst());
            return way.equals("generate") ? wish : wish.put("instructions", "Mention the color.");
          });
    }
    on("GET /v1/fb-accounts", NONE, 200);
    on(
        "POST /v1/fb-accounts",
        NONE,
        202,
        0,
        ids -> MadeObjects.node().put("label", "By the table"));
    on("GET /v1/fb-accounts/session-key", NONE, 200);
    on("POST /v1/fb-accounts/sealings", NONE, 201, 0, ids -> MadeObjects.sealingBody());
    on("PUT /v1/fb-accounts/sealings/{id}/session", SEALING, 202, 404, MadeObjects::sealedBody);
    on("DELETE /v1/fb-accounts/{id}", ACCOUNT, 200);
    on("GET /v1/fb-accounts/{id}", ACCOUNT, 200);
    on("PATCH /v1/fb-accounts/{id}", ACCOUNT, 200);
    on("GET /v1/fb-accounts/{id}/users", ACCOUNT, 200);
    on("PUT /v1/fb-accounts/{id}/users", ACCOUNT, 200);
    on("POST /v1/fb-accounts/{id}/form-check", ACCOUNT, 202);
    on("GET /v1/fb-accounts/{id}/form-checks/{checkId}", CHECK, 200);
    // Nothing is watched before the first listing is live, which needs a worker.
    on("GET /v1/fb-accounts/{id}/listings", ACCOUNT, 404);
    on("POST /v1/fb-accounts/{id}/live-view", ACCOUNT, 202);
    on("GET /v1/fb-accounts/{id}/live-view", LIVE_VIEW, 200);
    on("DELETE /v1/fb-accounts/{id}/live-view", LIVE_VIEW, 200);
    on("POST /v1/fb-accounts/{id}/validate", ACCOUNT, 202);
    on("POST /v1/live/look", NONE, 401);
    on("GET /v1/calendar", NONE, 200);
    on("GET /v1/numbers", NONE, 200);
    on("GET /v1/postings", NONE, 200);
    on("GET /v1/postings/counts", NONE, 200);
    on(
        "POST /v1/postings",
        ORDER,
        202,
        404,
        ids ->
            MadeObjects.node().put("vehicleId", ids.getFirst()).put("fbAccountId", ids.getLast()));
    on(
        "POST /v1/postings/by-hand",
        ORDER,
        201,
        404,
        ids ->
            MadeObjects.node().put("vehicleId", ids.getFirst()).put("fbAccountId", ids.getLast()));
    on(
        "POST /v1/postings/bulk",
        ORDER,
        202,
        404,
        ids -> {
          ObjectNode order = MadeObjects.node().put("fbAccountId", ids.getLast());
          order.putArray("vehicleIds").add(ids.getFirst());
          return order;
        });
    on("GET /v1/postings/bulk/{id}", BULK, 200);
    on("GET /v1/postings/held-removals", NONE, 200);
    // A hold needs live listings, which need a worker, so every id is unknown here.
    on("POST /v1/postings/held-removals/{importId}", VEHICLE, 404);
    on("DELETE /v1/postings/{id}", POSTING, 202);
    on("GET /v1/postings/{id}", POSTING, 200);
    on(
        "PATCH /v1/postings/{id}",
        POSTING,
        200,
        404,
        ids -> MadeObjects.node().put("price", 1_849_500));
    // The dealership asks for no approval.
    on("POST /v1/postings/{id}/approve", POSTING, 409);
    on("POST /v1/postings/{id}/decline", POSTING, 409);
    on("POST /v1/postings/{id}/cancel", POSTING, 200);
    on("POST /v1/postings/{id}/listing-price", POSTING, 409);
    on("POST /v1/postings/{id}/renew", POSTING, 409);
    on("POST /v1/postings/{id}/preview", POSTING, 200);
    on("POST /v1/postings/{id}/resolve", POSTING, 409);
    on("POST /v1/postings/{id}/retry", POSTING, 409);
    // The fleet makes the posting.
    on("GET /v1/postings/{id}/form-plan", POSTING, 409);
    on("POST /v1/postings/{id}/listed", POSTING, 409);
    on("POST /v1/ws-tickets", NONE, 200);
    on("GET /v1/me/notice-preferences", NONE, 200);
    on("PUT /v1/me/notice-preferences", NONE, 200);
    on("GET /v1/notices", NONE, 200);
    on("POST /v1/notices/read", NONE, 200);
    on("POST /v1/notices/{id}/read", NOTICE, 200);
    on("GET /v1/webhooks", NONE, 200);
    on("POST /v1/webhooks", NONE, 201, 0, ids -> MadeObjects.webhookBody());
    on("DELETE /v1/webhooks/{id}", WEBHOOK, 204);
    on(
        "PATCH /v1/webhooks/{id}",
        WEBHOOK,
        200,
        404,
        ids -> MadeObjects.node().put("url", "https://hooks.example/other"));
    on("GET /v1/webhooks/{id}/deliveries", WEBHOOK, 200);
    on("POST /v1/webhooks/{id}/deliveries/{deliveryId}/resend", DELIVERY, 202);
    on("POST /v1/webhooks/{id}/secret", WEBHOOK, 200);
    on("POST /v1/webhooks/{id}/test", WEBHOOK, 202);
  }

  private Expectations() {}

  static Entry of(Call call) {
    Entry entry = ENTRIES.get(call.toString());
    if (entry == null) {
      throw new AssertionError(call + " needs a line in Expectations");
    }
    return entry;
  }

  static java.util.Set<String> operations() {
    return ENTRIES.keySet();
  }

  private static void on(String call, Kind kind, int status) {
    ENTRIES.put(call, new Entry(kind, status, 404, null, false));
  }

  private static void on(
      String call, Kind kind, int status, int missing, Function<List<String>, JsonNode> body) {
    ENTRIES.put(call, new Entry(kind, status, missing, body, false));
  }

  private static void ends(String call, int status) {
    ENTRIES.put(call, new Entry(NONE, status, 404, null, true));
  }
}
