package com.lotview.standalone.openapi;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Vehicles and what belongs to them, made through the API. */
final class MadeStock {
  private static final String VEHICLES = "/v1/vehicles";

  private final Http http;

  MadeStock(Http http) {
    this.http = http;
  }

  /** A vehicle with a photo. */
  String vehicle(String token) throws Exception {
    String id =
        http.made("POST", VEHICLES, token, vehicleBody("API-" + UUID.randomUUID()))
            .get("id")
            .asString();
    addPhoto(token, id);
    return id;
  }

  /** A vehicle that can be posted. */
  static ObjectNode vehicleBody(String stockNumber) {
    ObjectNode body = MadeObjects.node().put("stockNumber", stockNumber).put("year", 2019);
    body.put("make", "Toyota").put("model", "Camry").put("price", 1899500).put("mileage", 41200);
    body.put("exteriorColor", "Black").put("interiorColor", "Black").put("bodyStyle", "Sedan");
    return body.put("transmission", "Automatic").put("fuelType", "Gasoline");
  }

  /** A vehicle, and its two photos in their order. */
  List<String> images(String token) throws Exception {
    String vehicle = vehicle(token);
    List<String> ids = new ArrayList<>(List.of(vehicle));
    for (JsonNode image : addPhoto(token, vehicle).get("images")) {
      ids.add(image.get("id").asString());
    }
    return ids;
  }

  /** A vehicle, and a photo of it that was sent to the object store. */
  List<String> upload(String token) throws Exception {
    String vehicle = vehicle(token);
    byte[] photo = jpeg();
    JsonNode link =
        http.made(
            "POST", VEHICLES + "/" + vehicle + "/images/uploads", token, uploadBody(photo.length));
    http.store(URI.create(link.get("uploadUrl").asString()), "image/jpeg", photo);
    return List.of(vehicle, link.get("uploadId").asString());
  }

  static ObjectNode uploadBody(int bytes) {
    return MadeObjects.node().put("contentType", "image/jpeg").put("bytes", bytes);
  }

  String importJob(String token) throws Exception {
    return http.send("POST", VEHICLES + "/import", token, file(), MadeObjects.multipart())
        .json()
        .get("importId")
        .asString();
  }

  String feed(String token) throws Exception {
    return http.made("POST", VEHICLES + "/feeds", token, feedBody()).get("id").asString();
  }

  // No request is sent, because the address is in a private network.
  static ObjectNode feedBody() {
    ObjectNode feed = MadeObjects.node().put("name", "Stock").put("url", "http://10.0.0.1/a.csv");
    feed.putObject("schedule").put("everyMinutes", 1_440);
    return feed;
  }

  String suggestion(String token) throws Exception {
    return http.made("POST", VEHICLES + "/suggestions", token, suggestionBody())
        .get("id")
        .asString();
  }

  static ObjectNode suggestionBody() {
    ObjectNode body = MadeObjects.node();
    body.set("vehicle", vehicleBody("S" + UUID.randomUUID()));
    return body;
  }

  /** A file of vehicles as the one part of a form. */
  static byte[] file() throws Exception {
    String rows = "Stock #,Year,Make,Model,Price\nIMPORT1,2019,Toyota,Camry,18995\n";
    return MadeObjects.part("stock.csv", rows.getBytes(StandardCharsets.UTF_8));
  }

  /** A photo as the one part of a form. */
  static byte[] photo() throws Exception {
    return MadeObjects.part("photo.jpg", jpeg());
  }

  // A different picture each time, because the same one would not become a second photo.
  private static byte[] jpeg() throws Exception {
    BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    for (int block = 0; block < 64; block++) {
      brush.setColor(new Color(ThreadLocalRandom.current().nextInt(0xFFFFFF)));
      brush.fillRect(block % 8 * 80, block / 8 * 60, 80, 60);
    }
    brush.dispose();
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", image);
    return image.toByteArray();
  }

  private JsonNode addPhoto(String token, String vehicle) throws Exception {
    String path = VEHICLES + "/" + vehicle + "/images";
    Http.Answer answer = http.send("POST", path, token, photo(), MadeObjects.multipart());
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException("POST " + path + ": " + answer);
    }
    return answer.json();
  }
}
