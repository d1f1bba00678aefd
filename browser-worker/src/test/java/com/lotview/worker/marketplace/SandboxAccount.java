package com.lotview.worker.marketplace;

import com.lotview.sandbox.Sandbox;
import com.lotview.worker.browser.BrowserCookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account of the stand-in site, with the troubles that a test can switch on for it. */
public final class SandboxAccount {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Sandbox sandbox;
  private final JsonNode session;

  private SandboxAccount(Sandbox sandbox, JsonNode session) {
    this.sandbox = sandbox;
    this.session = session;
  }

  static SandboxAccount open(Sandbox sandbox) throws IOException, InterruptedException {
    // Exported from the true site: the cookies' domain is not the stand-in's.
    String order = "{\"name\":\"Ann\",\"city\":\"Omaha, Nebraska\",\"domain\":\".facebook.com\"}";
    return new SandboxAccount(sandbox, post(sandbox, "/__accounts", order));
  }

  /** An account with the pages of another country. */
  static SandboxAccount open(Sandbox sandbox, String variant)
      throws IOException, InterruptedException {
    Map<String, String> order =
        Map.of("name", "Ann", "city", "Omaha, Nebraska", "variant", variant);
    return new SandboxAccount(
        sandbox, post(sandbox, "/__accounts", JSON.writeValueAsString(order)));
  }

  public void fault(String kind) throws IOException, InterruptedException {
    trouble(Map.of("kind", kind));
  }

  /** A trouble for one moment only, such as {@code publish}. */
  public void fault(String kind, String at) throws IOException, InterruptedException {
    trouble(Map.of("kind", kind, "at", at));
  }

  public void fault(String kind, double seconds) throws IOException, InterruptedException {
    trouble(Map.of("kind", kind, "seconds", seconds));
  }

  /** A trouble with more than a moment. */
  void fault(String kind, Map<String, Object> more) throws IOException, InterruptedException {
    Map<String, Object> fault = new HashMap<>(more);
    fault.put("kind", kind);
    trouble(fault);
  }

  private void trouble(Map<String, Object> fault) throws IOException, InterruptedException {
    Map<String, Object> mine = new HashMap<>(fault);
    mine.put("account", id());
    post(sandbox, "/__faults", JSON.writeValueAsString(mine));
  }

  /** Sets which of its variants of a page the site shows this account. */
  public void face(String choice, String value) throws IOException, InterruptedException {
    Map<String, String> face = Map.of("choice", choice, "value", value, "account", id());
    post(sandbox, "/__choices", JSON.writeValueAsString(face));
  }

  /** Shows the site's pages in that variant from now on. */
  void speaks(String variant) throws IOException, InterruptedException {
    post(
        sandbox,
        "/__accounts/" + id() + "/variant",
        JSON.writeValueAsString(Map.of("variant", variant)));
  }

  /** Listings made without the form; newest last. */
  public List<String> listings(int year, String make, String model, long price, int times)
      throws IOException, InterruptedException {
    Map<String, Object> order =
        Map.of(
            "account", id(), "year", year, "make", make, "model", model, "price", price, "times",
            times);
    return post(sandbox, "/__listings", JSON.writeValueAsString(order))
        .path("ids")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /** Puts words on the card of a listing, such as {@code rejected}. */
  public void notice(String listing, String words) throws IOException, InterruptedException {
    post(sandbox, "/__listings/" + listing + "/notice", "{\"notice\":\"" + words + "\"}");
  }

  JsonNode judge(String order) throws IOException, InterruptedException {
    return post(sandbox, "/__judge", order);
  }

  public String id() {
    return session.path("c_user").asString();
  }

  List<BrowserCookie> cookies() {
    return session.path("cookies").valueStream().map(SandboxAccount::cookie).toList();
  }

  private static BrowserCookie cookie(JsonNode cookie) {
    return new BrowserCookie(
        cookie.path("name").asString(),
        cookie.path("value").asString(),
        cookie.path("domain").asString(),
        cookie.path("path").asString(),
        cookie.path("secure").asBoolean(),
        cookie.path("httpOnly").asBoolean(),
        cookie.path("sameSite").asString(),
        cookie.path("expires").asDouble());
  }

  private static JsonNode post(Sandbox sandbox, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(sandbox.url() + path))
              .POST(BodyPublishers.ofString(body))
              .build();
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return answer.isEmpty() ? JSON.nullNode() : JSON.readTree(answer);
    }
  }
}
