package com.lotview.bench.stock;

import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.InventoryTables;
import com.lotview.bench.tables.PostingTables;
import com.lotview.kit.id.Ids;
import com.lotview.kit.seal.Sealer;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.PhotoArtist;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Connected accounts and vehicles by the thousand, for measurements that need as many: the API
 * creates the first of each, the others are copies of its rows. Every account has its own session
 * that workers can open.
 */
public final class EngineStock {
  private static final int CHUNK = 1000;

  private BenchDatabase database;
  private final Sealer sealer;
  private final String account;
  private final String vehicle;
  private final String dealership;
  private int made;

  /**
   * Makes the first account and vehicle.
   *
   * @param sealKey public set of keys of the installation
   */
  public EngineStock(ApiClient api, BenchDatabase database, String sealKey) throws SQLException {
    this.database = database;
    this.sealer = new Sealer("FB_SESSION_SEAL_KEY", sealKey);
    this.account =
        api.post(
                "/v1/fb-accounts", Map.of("label", "Engine", "cookies", cookies("100000000000001")))
            .orFail("Connecting an account")
            .get("id")
            .asString();
    this.vehicle = firstVehicle(api);
    this.dealership = new PostingTables(database).dealershipOf(account);
  }

  private static String firstVehicle(ApiClient api) {
    JsonNode made = api.post("/v1/vehicles", BenchStock.vehicle(9_000)).orFail("Making a vehicle");
    String id = made.get("id").asString();
    Upload photo = new Upload("1.jpg", "image/jpeg", PhotoArtist.draw("Engine", "silver", 1));
    api.upload("/v1/vehicles/" + id + "/images", "images", List.of(photo)).orFail("Uploading");
    return id;
  }

  public static List<Map<String, Object>> cookies(String user) {
    return List.of(cookie("c_user", user), cookie("xs", "secret-of-" + user));
  }

  private static Map<String, Object> cookie(String name, String value) {
    return Map.of(
        "name",
        name,
        "value",
        value,
        "domain",
        ".127.0.0.1",
        "path",
        "/",
        "expires",
        4_000_000_000L,
        "httpOnly",
        true,
        "secure",
        false,
        "sameSite",
        "Lax");
  }

  /** Uses another connection from now on. */
  public void use(BenchDatabase other) {
    database = other;
  }

  public String dealership() {
    return dealership;
  }

  /** The account that the API created. */
  public String firstAccount() {
    return account;
  }

  /** The vehicle that the API created. */
  public String firstVehicle() {
    return vehicle;
  }

  /** Further accounts of the first one's dealership, each with the session given for it. */
  public List<String> accounts(List<String> sessions) throws SQLException {
    List<String> ids = new ArrayList<>();
    for (int from = 0; from < sessions.size(); from += CHUNK) {
      List<String> chunk = sessions.subList(from, Math.min(from + CHUNK, sessions.size()));
      List<String> fresh = chunk.stream().map(session -> Ids.next().toString()).toList();
      List<String> sealed =
          IntStream.range(0, chunk.size()).mapToObj(i -> seal(fresh.get(i), chunk.get(i))).toList();
      new PostingTables(database).copyAccount(account, fresh, sealed);
      ids.addAll(fresh);
    }
    return ids;
  }

  private String seal(String id, String session) {
    return sealer.seal(
        session.getBytes(StandardCharsets.UTF_8), "lotview|fb-session|" + dealership + "|" + id);
  }

  /**
   * One posting with its text that waits for a distant time, as the template for copies.
   *
   * @return its id
   */
  public String waitingPosting(ApiClient api) throws SQLException, InterruptedException {
    String id =
        api.post(
                "/v1/postings",
                Map.of(
                    "vehicleId", vehicle,
                    "fbAccountId", account,
                    "scheduledFor", Instant.now().plus(Duration.ofDays(30)).toString()))
            .orFail("Ordering the first waiting posting")
            .get("id")
            .asString();
    new PostingTables(database).awaitWaiting(id);
    return id;
  }

  /** Further vehicles, each with the photo of the first one. */
  public List<String> vehicles(int count) throws SQLException {
    List<String> ids = IntStream.range(0, count).mapToObj(i -> Ids.next().toString()).toList();
    for (int from = 0; from < count; from += CHUNK) {
      List<String> chunk = ids.subList(from, Math.min(from + CHUNK, count));
      new InventoryTables(database).copyVehicle(vehicle, chunk, "E" + made + "-");
      made++;
    }
    return ids;
  }
}
