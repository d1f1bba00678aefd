package com.lotview.standalone.openapi;

import com.lotview.contracts.SessionOwner;
import com.lotview.standalone.openapi.People.Person;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects of the system, made through the API by the manager of their dealership. */
final class MadeObjects {
  /** The object of an operation; an order has a vehicle and an account. */
  enum Kind {
    NONE,
    VEHICLE,
    IMAGE,
    IMAGES,
    UPLOAD,
    IMPORT,
    SUGGESTION,
    NOTICE,
    WEBHOOK,
    STOCK_FEED,
    STOCK_FEED_RUN,
    DELIVERY,
    USER,
    INVITED,
    SESSION,
    API_KEY,
    ACCOUNT,
    SEALING,
    LIVE_VIEW,
    CHECK,
    ORDER,
    POSTING,
    BULK
  }

  private static final String BOUNDARY = "lotview-boundary";

  private final Http http;
  private final People people;
  private final MadeStock stock;
  private final Map<String, List<String>> kept = new HashMap<>();
  private int number;

  MadeObjects(Http http, People people) {
    this.http = http;
    this.people = people;
    this.stock = new MadeStock(http);
  }

  /**
   * The ids of an object that belongs to the person or to the person's dealership, in the order of
   * the path.
   *
   * @param fresh whether the operation will change it
   */
  List<String> of(Kind kind, Person owner, boolean fresh) throws Exception {
    boolean personal = kind == Kind.SESSION || kind == Kind.NOTICE;
    String name = kind + owner.dealership() + (personal ? owner.name() : "");
    if (fresh) {
      return make(kind, owner);
    }
    if (!kept.containsKey(name)) {
      kept.put(name, make(kind, owner));
    }
    return kept.get(name);
  }

  private List<String> make(Kind kind, Person owner) throws Exception {
    String token = people.manager(owner.dealership()).token();
    return switch (kind) {
      case NONE -> List.of();
      case VEHICLE -> List.of(stock.vehicle(token));
      case IMAGE -> stock.images(token).subList(0, 2);
      case IMAGES -> stock.images(token);
      case UPLOAD -> stock.upload(token);
      case IMPORT -> List.of(stock.importJob(token));
      case SUGGESTION -> List.of(stock.suggestion(people.helper(owner.dealership())));
      case NOTICE -> List.of(people.notice(owner));
      case WEBHOOK -> List.of(webhook(token));
      case STOCK_FEED -> List.of(stock.feed(token));
      case STOCK_FEED_RUN -> {
        String feed = stock.feed(token);
        String run = "/v1/vehicles/feeds/" + feed + "/run";
        yield List.of(feed, http.made("POST", run, token, null).get("id").asString());
      }
      case DELIVERY -> {
        String hook = webhook(token);
        yield List.of(
            hook,
            http.made("POST", "/v1/webhooks/" + hook + "/test", token, null).get("id").asString());
      }
      case USER, INVITED -> List.of(user(token));
      case SESSION -> List.of(session(owner));
      case API_KEY -> {
        ObjectNode body = node().put("name", "made");
        body.putArray("scopes").add("vehicles.read");
        yield List.of(
            http.made("POST", "/v1/dealership/api-keys", token, body).at("/apiKey/id").asString());
      }
      case ACCOUNT -> List.of(account(token));
      case SEALING -> sealing(token);
      case LIVE_VIEW -> {
        String account = account(token);
        http.made("POST", "/v1/fb-accounts/" + account + "/live-view", token, null);
        yield List.of(account);
      }
      case CHECK -> {
        String account = account(token);
        yield List.of(
            account,
            http.made("POST", "/v1/fb-accounts/" + account + "/form-check", token, null)
                .get("checkId")
                .asString());
      }
      case ORDER -> List.of(stock.vehicle(token), of(Kind.ACCOUNT, owner, false).getFirst());
      case POSTING -> {
        ObjectNode order = node().put("vehicleId", stock.vehicle(token));
        order.put("fbAccountId", of(Kind.ACCOUNT, owner, false).getFirst());
        yield List.of(http.made("POST", "/v1/postings", token, order).get("id").asString());
      }
      case BULK -> {
        ObjectNode order = node().put("fbAccountId", of(Kind.ACCOUNT, owner, false).getFirst());
        order.putArray("vehicleIds").add(stock.vehicle(token));
        yield List.of(
            http.made("POST", "/v1/postings/bulk", token, order).get("bulkId").asString());
      }
    };
  }

  /** Ids of no object, as many as the kind has. */
  static List<String> random() {
    return List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
  }

  private String webhook(String token) throws Exception {
    return http.made("POST", "/v1/webhooks", token, webhookBody()).at("/webhook/id").asString();
  }

  static ObjectNode webhookBody() {
    ObjectNode body = node().put("url", "https://hooks.example/lotview");
    body.putArray("events").add("posting.failed");
    return body;
  }

  /** Removes all web hooks of a dealership, which may have twenty. */
  void removeWebhooks(Person manager) throws Exception {
    for (JsonNode hook : http.made("GET", "/v1/webhooks", manager.token(), null).get("data")) {
      String path = "/v1/webhooks/" + hook.get("id").asString();
      http.made("DELETE", path, manager.token(), null);
    }
  }

  private String user(String token) throws Exception {
    ObjectNode body = node().put("email", UUID.randomUUID() + "@api.example");
    body.put("firstName", "Pat").put("lastName", "Lee").put("role", "SALESPERSON");
    return http.made("POST", "/v1/users", token, body).get("id").asString();
  }

  private String session(Person owner) throws Exception {
    String token = people.signIn(owner.email());
    for (JsonNode one : http.made("GET", "/v1/auth/sessions", token, null).get("data")) {
      if (one.get("current").asBoolean()) {
        return one.get("id").asString();
      }
    }
    throw new IllegalStateException("No session of " + owner);
  }

  /** A sealing, and with the id of its key a session that is sealed. */
  private List<String> sealing(String token) throws Exception {
    JsonNode begun = http.made("POST", "/v1/fb-accounts/sealings", token, sealingBody());
    long key = http.made("GET", "/v1/fb-accounts/session-key", token, null).get("keyId").asLong();
    // Only its form can be checked before a worker opens it.
    byte[] sealed = new byte[100];
    ByteBuffer.wrap(sealed).put((byte) 1).putInt((int) key).putLong(System.nanoTime());
    return List.of(
        begun.get("id").asString(), key + " " + Base64.getEncoder().encodeToString(sealed));
  }

  /** The sealed session of a sealing; of a random id one that is none. */
  static ObjectNode sealedBody(List<String> ids) {
    String[] sealed =
        ids.getLast().contains(" ") ? ids.getLast().split(" ") : new String[] {"0", "x"};
    return node().put("keyId", Long.parseLong(sealed[0])).put("sealedSession", sealed[1]);
  }

  static ObjectNode sealingBody() {
    SessionOwner owner =
        SessionOwner.of(
            UUID.randomUUID(), "1000" + Math.abs(UUID.randomUUID().getMostSignificantBits() >> 12));
    ObjectNode body = node().put("label", "Sealed");
    body.putObject("owner")
        .put("ref", owner.ref())
        .put("hash", owner.hash())
        .put("fingerprint", owner.fingerprint());
    return body;
  }

  private String account(String token) throws Exception {
    return http.made("POST", "/v1/fb-accounts", token, accountBody()).get("id").asString();
  }

  /** An account with cookies, each time another one. */
  ObjectNode accountBody() {
    ObjectNode body = node().put("label", "Account " + ++number);
    ArrayNode cookies = body.putArray("cookies");
    for (String name : new String[] {"c_user", "xs"}) {
      ObjectNode cookie = cookies.addObject().put("name", name);
      cookie.put("value", "1000" + Math.abs(UUID.randomUUID().getMostSignificantBits() >> 12));
      cookie.put("domain", ".facebook.com").put("path", "/");
    }
    return body;
  }

  static Map<String, String> multipart() {
    return Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
  }

  /** A file as the one part of a form. */
  static byte[] part(String file, byte[] content) throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n";
    form.write(head.formatted(BOUNDARY, file).getBytes());
    form.write(content);
    form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes());
    return form.toByteArray();
  }

  static ObjectNode node() {
    return ApiDocument.JSON.createObjectNode();
  }
}
