package com.lotview.worker.marketplace;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.Sandbox;
import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveRequest.How;
import com.lotview.worker.marketplace.listings.change.RenewRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A car that is listed at the stand-in site, without a browser: the pages' own requests. */
public record Car(String id, String marker, String title, long price, String url) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Lists a Civic; cars of the same model share their title. */
  public static Car list(
      Sandbox sandbox, SandboxAccount account, String model, String marker, Path photo)
      throws IOException, InterruptedException {
    long price = 18_900;
    Map<String, String> vehicle =
        Map.ofEntries(
            Map.entry("vehicleType", "Car/Truck"),
            Map.entry("year", "2019"),
            Map.entry("make", "Honda"),
            Map.entry("model", model),
            Map.entry("mileage", "45210"),
            Map.entry("price", "$18,900"),
            Map.entry("bodyStyle", "Sedan"),
            Map.entry("exteriorColor", "Blue"),
            Map.entry("cleanTitle", "true"),
            Map.entry("condition", "Very good"),
            Map.entry("fuelType", "Gasoline"),
            Map.entry("transmission", "Automatic transmission"),
            Map.entry("location", "Denver, Colorado"),
            Map.entry("description", "One owner.\nSold as seen.\nSold\nRef " + marker));
    Object input =
        Map.of(
            "client_mutation_id", UUID.randomUUID().toString(),
            "vehicle", vehicle,
            "photo_ids", List.of(upload(sandbox, account, photo)));
    String form =
        "fb_api_req_friendly_name=useCometMarketplaceListingCreateMutation&variables="
            + URLEncoder.encode(
                JSON.writeValueAsString(Map.of("input", input)), StandardCharsets.UTF_8);
    JsonNode answer =
        post(
            sandbox,
            account,
            "/api/graphql/",
            "application/x-www-form-urlencoded",
            form.getBytes(StandardCharsets.UTF_8));
    String id = answer.at("/data/marketplace_listing_create/listing/id").asString();
    return new Car(
        id, marker, "2019 Honda " + model, price, sandbox.url() + "/marketplace/item/" + id + "/");
  }

  public RemoveRequest removal(How how) {
    return new RemoveRequest(id, url, marker, title, price, how);
  }

  /** The order's data that a look needs. */
  public ListingOrder order() {
    return new ListingOrder(
        2019,
        "Honda",
        title.substring("2019 Honda ".length()),
        null,
        null,
        45210,
        price * 100,
        "Sedan",
        "Blue",
        null,
        "Very good",
        "Gasoline",
        "Automatic",
        true,
        "One owner.\nSold as seen.\nSold\nRef " + marker,
        marker,
        "Denver, CO",
        List.of(),
        Cells.of("Sedan", "Gasoline", "Automatic", true),
        null);
  }

  public EditPriceRequest priced(long dollars) {
    return new EditPriceRequest(id, url, marker, title, price, dollars);
  }

  public RenewRequest renewed() {
    return new RenewRequest(id, title, price);
  }

  private static String upload(Sandbox sandbox, SandboxAccount account, Path photo)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"farr\"; filename=\"a.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n";
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(Files.readAllBytes(photo));
    body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return post(
            sandbox,
            account,
            "/ajax/react_composer/attachments/photo/upload",
            "multipart/form-data; boundary=b",
            body.toByteArray())
        .at("/payload/photoID")
        .asString();
  }

  private static JsonNode post(
      Sandbox sandbox, SandboxAccount account, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    String cookies = account.cookies().stream().map(Car::pair).collect(Collectors.joining("; "));
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(sandbox.url() + path))
              .header("Cookie", cookies)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private static String pair(BrowserCookie cookie) {
    return cookie.name() + "=" + cookie.value();
  }
}
