package com.lotview.faults.system;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Answer;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.ClientException;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.SampleStock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person at the dealership: connects accounts, enters vehicles, orders, cancels. */
public final class Stock {
  // An access token lives 15 minutes.
  private static final Duration SIGN_IN_AFTER = Duration.ofMinutes(8);

  private static final Map<String, String> PLAIN =
      Map.of(
          "item.description", "whole",
          "item.language", "own",
          "item.layout", "viewer",
          "selling.cards", "plain");

  private final Path home;
  private final String sandbox;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Upload> photos = SampleStock.photos("Fault");
  private @Nullable ApiClient client;
  private long signedIn;
  private int number;

  Stock(Path home, String sandbox) {
    this.home = home;
    this.sandbox = sandbox;
  }

  /**
   * A vehicle with an account of its own, to be ordered.
   *
   * @param account the dealership's id of the account
   * @param siteAccount the site's own
   * @param face how the site looks to the account
   */
  public record Offer(String vehicle, String account, String siteAccount, SiteFace face) {}

  /** The public API, signed in. */
  public synchronized ApiClient api() {
    ApiClient current = client;
    if (current == null || System.nanoTime() - signedIn > SIGN_IN_AFTER.toNanos()) {
      Installation installation = Installation.at(home);
      current = new ApiClient(installation.url());
      current.signIn(installation.email(), installation.password());
      signedIn = System.nanoTime();
      client = current;
    }
    return current;
  }

  /** The next vehicle, on a new account. */
  public Offer next() {
    return whileServicesReturn("a vehicle and its account are entered", this::entered);
  }

  // A number each time: a vehicle without photos may be left of the attempt before.
  private Offer entered() {
    number++;
    SiteFace face = SiteFace.of(number);
    String name = "Fault " + number;
    JsonNode site =
        SampleStock.siteAccount(api(), sandbox, name, Map.of("variant", face.variant()));
    String siteId = site.get("id").asString();
    face.choices().forEach((choice, value) -> settle(siteId, choice, value));
    String account = SampleStock.connect(api(), name, site);
    String vehicle = SampleStock.enter(api(), SampleStock.vehicle("F", number), photos);
    return new Offer(vehicle, account, siteId, face);
  }

  /** After a fault that struck everyone, services refuse for a while, as they should. */
  private static <T> T whileServicesReturn(String what, Callable<T> attempt) {
    return Awaitility.await(what)
        .ignoreExceptionsInstanceOf(ClientException.class)
        .pollInterval(Duration.ofSeconds(1))
        .atMost(Duration.ofMinutes(4))
        .until(attempt, made -> true);
  }

  /** Shows the account's listings in full and in its own language, whatever face it got. */
  public void showPlainly(Offer offer) {
    PLAIN.forEach((choice, value) -> settle(offer.siteAccount(), choice, value));
  }

  private void settle(String siteAccount, String choice, String value) {
    api()
        .post(
            sandbox + "/__choices",
            Map.of("choice", choice, "value", value, "account", siteAccount))
        .orFail("Settling " + choice);
  }

  /** One click on "post". */
  public Answer order(Offer offer, Map<String, String> headers) {
    return api()
        .post(
            "/v1/postings",
            Map.of("vehicleId", offer.vehicle(), "fbAccountId", offer.account()),
            headers);
  }

  /** Orders and says the posting's id. */
  public String order(Offer offer) {
    return order(offer, Map.of()).orFail("Ordering").get("id").asString();
  }

  /** Cancels the posting; the status of the answer. */
  public int cancel(String posting) {
    return api().post("/v1/postings/" + posting + "/cancel", Map.of()).status();
  }

  /** Has the listing removed; the status of the answer. */
  public int delete(String posting) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Installation.at(home).url() + "/v1/postings/" + posting))
            .header("Authorization", "Bearer " + api().token())
            .timeout(Duration.ofSeconds(60))
            .DELETE()
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /**
   * Has the site misbehave towards an account.
   *
   * @param fault as the sandbox's control interface takes it, without the account
   * @throws NotPossible if the site knows no such fault
   */
  public void misbehave(Map<String, Object> fault, String siteAccount) {
    Map<String, Object> whole = new HashMap<>(fault);
    whole.put("account", siteAccount);
    Answer answer = api().post(sandbox + "/__faults", whole);
    if (answer.status() == 400) {
      throw new NotPossible("the sandbox does not know the fault: " + answer.reason());
    }
    answer.orFail("The fault " + fault);
  }

  /** What the site's ledger holds of an account. */
  public JsonNode ledger(String siteAccount) {
    return api().get(sandbox + "/__ledger?account=" + siteAccount).orFail("Reading the ledger");
  }
}
