package com.lotview.bench.form;

import com.lotview.sandbox.Sandbox;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.standalone.client.ApiClient;
import com.lotview.worker.browser.BrowserCookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** The stand-in site in this process, and its settings for one account. Thread-safe. */
public final class FormSite implements AutoCloseable {
  private final Sandbox sandbox;
  private final ApiClient control;

  /**
   * An account of the site.
   *
   * @param id as the ledger names it
   */
  public record Visitor(String id, List<BrowserCookie> cookies) {}

  /**
   * The mutations.
   *
   * @param changes one sentence each
   * @param postable false when the form cannot be filled without guessing
   * @param missing optional fields that the form lost
   * @param absent by field, options that its list lost
   */
  record Mutation(
      List<String> changes,
      boolean postable,
      List<String> missing,
      Map<String, List<String>> absent) {
    static final Mutation NONE = new Mutation(List.of(), true, List.of(), Map.of());
  }

  public FormSite(long seed, double pace) {
    sandbox = Sandbox.builder().port(0).seed(seed).pace(pace).start();
    control = new ApiClient(sandbox.url());
  }

  public URI url() {
    return URI.create(sandbox.url());
  }

  /** Opens an account; its cookies have the form of an export from the real site. */
  public Visitor open(String name, String variant, String city) {
    JsonNode session =
        control
            .post(
                "/__accounts",
                Map.of("name", name, "city", city, "variant", variant, "domain", ".facebook.com"))
            .orFail("Opening an account");
    return new Visitor(
        session.path("c_user").asString(),
        session.path("cookies").valueStream().map(FormSite::cookie).toList());
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

  /** Mutates the account's form from now on. */
  Mutation mutate(Visitor visitor, long seed) {
    JsonNode told =
        control
            .post("/__mutations", Map.of("seed", seed, "account", visitor.id()))
            .orFail("Mutating the form");
    Map<String, List<String>> absent = new HashMap<>();
    told.path("absent").properties().forEach(e -> absent.put(e.getKey(), texts(e.getValue())));
    return new Mutation(
        texts(told.path("changes")),
        told.path("postable").asBoolean(),
        texts(told.path("missing")),
        absent);
  }

  /** Switches a trouble on for the account. */
  public void strike(Visitor visitor, Map<String, Object> trouble) {
    Map<String, Object> own = new HashMap<>(trouble);
    own.put("account", visitor.id());
    control.post("/__faults", own).orFail("Striking " + trouble.get("kind"));
  }

  /** Sets the value of one of the site's choices for the account. */
  public void settle(Visitor visitor, String choice, String value) {
    control
        .post("/__choices", Map.of("choice", choice, "value", value, "account", visitor.id()))
        .orFail("Settling " + choice);
  }

  /**
   * The account's owner passes the check that blocks the account and signs in; returns new cookies.
   */
  public Visitor pass(Visitor visitor) {
    String account = "/__accounts/" + visitor.id();
    control.delete(account + "/gate").orFail("Passing a check");
    JsonNode session =
        control.post(account + "/session?domain=.facebook.com", Map.of()).orFail("Signing in");
    return new Visitor(
        visitor.id(), session.path("cookies").valueStream().map(FormSite::cookie).toList());
  }

  /** Makes a listing without the form; returns its id. */
  public String list(Visitor visitor, Map<String, Object> listing) {
    Map<String, Object> own = new HashMap<>(listing);
    own.put("account", visitor.id());
    return control.post("/__listings", own).orFail("Listing").path("ids").get(0).asString();
  }

  /** The account's listings that are not deleted, including sold ones. */
  public List<Listing> listings(Visitor visitor) {
    return sandbox.ledger().listings(visitor.id());
  }

  /** Waits until every listing of the account is shown. */
  public void awaitShown(Visitor visitor) {
    Instant last =
        listings(visitor).stream()
            .map(Listing::shownFrom)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    long millis = Duration.between(Instant.now(), last).toMillis() + 200;
    if (millis > 200) {
      LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
  }

  /** How often the account pressed Publish, according to the site. */
  public long publishClicks(Visitor visitor) {
    return sandbox.clicks().of(visitor.id()).stream()
        .filter(click -> click.kind().name().equals("PUBLISH"))
        .count();
  }

  /** The strict judge's differences between an order and the live listing. */
  public List<Judged> judge(Map<String, ?> order) {
    List<Judged> differences = new ArrayList<>();
    control
        .post("/__judge", order)
        .orFail("Asking the judge")
        .path("differences")
        .forEach(one ->
            differences.add(
                new Judged(
                    one.path("field").asString(),
                    one.path("wanted").asString(""),
                    one.path("found").asString(""))));
    return differences;
  }

  /** One difference by the judge. */
  record Judged(String field, String wanted, String found) {
    @Override
    public String toString() {
      return field + ": wanted '" + wanted + "', found '" + found + "'";
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
