package com.lotview.bench.stock;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.PhotoArtist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Accounts and vehicles with photos for the measurement. */
public final class BenchStock {
  private static final int PHOTOS = 3;

  /** An account may post so many in any hour. */
  private static final int PER_HOUR = 5;

  private static final String[] MODELS = {"Camry", "Corolla", "RAV4", "Highlander", "Tacoma"};

  private final ApiClient api;
  private final Installation installation;

  public BenchStock(ApiClient api, Installation installation) {
    this.api = api;
    this.installation = installation;
  }

  /** So many that no posting has to wait for its account's limits, which are never raised. */
  public List<String> accountsFor(int postings) {
    return accounts(Math.ceilDiv(postings, PER_HOUR));
  }

  public List<String> accounts(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode account =
          api.post(
                  installation.sandbox() + "/__accounts",
                  Map.of("name", "Bench " + i, "city", "Denver, Colorado"))
              .orFail("Making a sandbox account");
      ids.add(
          api.post(
                  "/v1/fb-accounts",
                  Map.of("label", "Bench " + i, "cookies", account.get("cookies")))
              .orFail("Connecting an account")
              .get("id")
              .asString());
    }
    return ids;
  }

  public List<String> vehicles(int count) {
    List<Upload> photos =
        IntStream.range(0, PHOTOS)
            .mapToObj(view ->
                new Upload(view + ".jpg", "image/jpeg", PhotoArtist.draw("Bench", "silver", view)))
            .toList();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id =
          api.post("/v1/vehicles", vehicle(i)).orFail("Making a vehicle").get("id").asString();
      api.upload("/v1/vehicles/" + id + "/images", "images", photos).orFail("Uploading photos");
      ids.add(id);
    }
    return ids;
  }

  public static Map<String, Object> vehicle(int number) {
    return Map.of(
        "stockNumber",
        "B" + number,
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
}
