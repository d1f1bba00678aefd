package com.lotview.sandbox;

import com.lotview.sandbox.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaks plain HTTP with a sandbox, as its pages and its control interface do. */
final class Client {
  record Session(String id, String cookie) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  Client(String url) {
    this.url = url;
  }

  Session account(String name) throws Exception {
    JsonNode account =
        json(
            control(
                "POST",
                "/__accounts",
                "{\"name\":\"" + name + "\",\"city\":\"Denver, Colorado\"}"));
    return session(account);
  }

  static Session session(JsonNode account) {
    String id = account.get("c_user").asString();
    return new Session(id, "c_user=" + id + "; xs=" + account.get("xs").asString());
  }

  HttpResponse<String> control(String method, String path, String body) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url + path)).method(method, text(body)));
  }

  HttpResponse<String> page(Session session, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url + path)).header("Cookie", session.cookie()));
  }

  HttpResponse<String> operation(Session session, String name, Object variables) throws Exception {
    String form =
        "fb_api_req_friendly_name="
            + name
            + "&variables="
            + URLEncoder.encode(Json.MAPPER.writeValueAsString(variables), StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(url + "/api/graphql/"))
            .header("Cookie", session.cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(text(form)));
  }

  HttpResponse<String> publish(Session session, String mutation, List<String> photos)
      throws Exception {
    return operation(session, "useCometMarketplaceListingCreateMutation", civic(mutation, photos));
  }

  /** Opens the form; the page names its form session. */
  String openForm(Session session) throws Exception {
    String page = page(session, "/marketplace/create/vehicle").body();
    return page.replaceAll("(?s).*\"formSession\":\"([^\"]+)\".*", "$1");
  }

  HttpResponse<String> publish(Session session, String mutation, String form, List<String> photos)
      throws Exception {
    ObjectNode input =
        Json.MAPPER.valueToTree(Objects.requireNonNull(civic(mutation, photos).get("input")));
    return operation(
        session,
        "useCometMarketplaceListingCreateMutation",
        Map.of("input", input.put("form_session", form)));
  }

  static Map<String, Object> civic(String mutation, List<String> photos) {
    ObjectNode vehicle = Json.MAPPER.createObjectNode();
    vehicle.put("vehicleType", "Car/Truck").put("year", "2019").put("make", "Honda");
    vehicle.put("model", "Civic EX").put("mileage", "45210").put("price", "$18,900");
    vehicle.put("bodyStyle", "Sedan").put("exteriorColor", "Blue").put("cleanTitle", "true");
    vehicle.put("condition", "Very good").put("fuelType", "Gasoline");
    vehicle.put("transmission", "Automatic transmission").put("location", "Denver, Colorado");
    vehicle.put("description", "One owner.\nCall us.");
    return Map.of(
        "input", Map.of("client_mutation_id", mutation, "vehicle", vehicle, "photo_ids", photos));
  }

  String upload(Session session, byte[] picture) throws Exception {
    return json(uploaded(session, picture)).at("/payload/photoID").asString();
  }

  HttpResponse<String> uploaded(Session session, byte[] picture) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        "--b\r\nContent-Disposition: form-data; name=\"farr\"; filename=\"a.png\"\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.write("Content-Type: image/png\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    body.write(picture);
    body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(url + "/ajax/react_composer/attachments/photo/upload"))
            .header("Cookie", session.cookie())
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  JsonNode ledger(String query) throws Exception {
    return json(control("GET", "/__ledger" + query, ""));
  }

  JsonNode judge(String order) throws Exception {
    return json(control("POST", "/__judge", order));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }
}
