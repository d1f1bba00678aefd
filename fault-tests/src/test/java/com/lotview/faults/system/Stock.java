package com.lotview.faults.system;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Answer;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.PhotoArtist;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person at the dealership: connects accounts, enters vehicles, orders, calls off. */
public final class Stock {
  private static final int PHOTOS = 3;
  private static final String[] MODELS = {"Camry", "Corolla", "RAV4", "Highlander", "Tacoma"};
  // An access token lives 15 minutes.
  private static final Duration SIGN_IN_AFTER = Duration.ofMinutes(8);

  private final Path home;
  private final String sandbox;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Upload> photos =
      IntStream.range(0, PHOTOS)
          .mapToObj(view ->
              new Upload(view + ".jpg", "image/jpeg", PhotoArtist.draw("Fault", "silver", view)))
          .toList();
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

  /** The next vehicle, on an account that nobody used before. */
  public Offer next() {
    number++;
    SiteFace face = SiteFace.of(number);
    JsonNode site =
        api()
            .post(
                sandbox + "/__accounts",
                Map.of(
                    "name",
                    "Fault " + number,
                    "city",
                    "Denver, Colorado",
                    "variant",
                    face.variant()))
            .orFail("Making a sandbox account");
    face.choices().forEach((choice, value) -> settle(site.get("id").asString(), choice, value));
    String account =
        api()
            .post(
                "/v1/fb-accounts",
                Map.of("label", "Fault " + number, "cookies", site.get("cookies")))
            .orFail("Connecting an account")
            .get("id")
            .asString();
    String vehicle =
        api().post("/v1/vehicles", vehicle()).orFail("Entering a vehicle").get("id").asString();
    api()
        .upload("/v1/vehicles/" + vehicle + "/images", "images", photos)
        .orFail("Uploading photos");
    return new Offer(vehicle, account, site.get("id").asString(), face);
  }

  private void settle(String siteAccount, String choice, String value) {
    api()
        .post(
            sandbox + "/__choices",
            Map.of("choice", choice, "value", value, "account", siteAccount))
        .orFail("Settling " + choice);
  }

  private Map<String, Object> vehicle() {
    return Map.of(
        "stockNumber",
        "F" + number,
        "year",
        2016 + number % 9,
        "make",
        "Toyota",
        "model",
        MODELS[number % MODELS.length],
        "mileage",
        20_000 + number * 131,
        "price",
        1_500_000 + number * 1_000,
        "bodyStyle",
        "Sedan",
        "transmission",
        "Automatic",
        "fuelType",
        "Gas",
        "features",
        List.of("Backup Camera", "Bluetooth"));
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

  /** Calls the posting off; the status of the answer. */
  public int cancel(String posting) {
    return api().post("/v1/postings/" + posting + "/cancel", Map.of()).status();
  }

  /** Has the listing taken down; the status of the answer. */
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
