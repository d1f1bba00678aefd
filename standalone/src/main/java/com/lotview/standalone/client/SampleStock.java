package com.lotview.standalone.client;

import com.lotview.standalone.client.ApiClient.Upload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Accounts of the sandbox and plain vehicles with photos, for benchmarks and fault tests. */
public final class SampleStock {
  private static final int PHOTOS = 3;
  private static final String[] MODELS = {"Camry", "Corolla", "RAV4", "Highlander", "Tacoma"};

  private SampleStock() {}

  /**
   * Makes an account of the sandbox; its {@code id} and {@code cookies}.
   *
   * @param sandbox base address
   * @param more further fields, such as the variant
   */
  public static JsonNode siteAccount(
      ApiClient api, String sandbox, String name, Map<String, String> more) {
    Map<String, Object> order = new HashMap<>(more);
    order.put("name", name);
    order.put("city", "Denver, Colorado");
    return api.post(sandbox + "/__accounts", order).orFail("Making a sandbox account");
  }

  /** Connects an account of the sandbox; the dealership's id of it. */
  public static String connect(ApiClient api, String label, JsonNode siteAccount) {
    return api.post(
            "/v1/fb-accounts", Map.of("label", label, "cookies", siteAccount.get("cookies")))
        .orFail("Connecting an account")
        .get("id")
        .asString();
  }

  /** Enters a vehicle; its id. */
  public static String enter(ApiClient api, Map<String, Object> vehicle, List<Upload> photos) {
    String id = api.post("/v1/vehicles", vehicle).orFail("Entering a vehicle").get("id").asString();
    api.upload("/v1/vehicles/" + id + "/images", "images", photos).orFail("Uploading photos");
    return id;
  }

  /** Three photos of a vehicle with that caption. */
  public static List<Upload> photos(String caption) {
    return IntStream.range(0, PHOTOS)
        .mapToObj(view ->
            new Upload(view + ".jpg", "image/jpeg", PhotoArtist.draw(caption, "silver", view)))
        .toList();
  }

  /** The body of a request for a vehicle; each number gives another one. */
  public static Map<String, Object> vehicle(String prefix, int number) {
    return Map.of(
        "stockNumber",
        prefix + number,
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
