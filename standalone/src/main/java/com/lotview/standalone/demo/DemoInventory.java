package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Answer;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.ClientException;
import com.lotview.standalone.client.PhotoArtist;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds vehicles with photos to the dealership and finds those that may be posted. */
final class DemoInventory {
  private static final int PAGE = 100;
  private static final int PHOTOS = 6;

  private final ApiClient api;
  private final Progress progress;

  DemoInventory(ApiClient api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  /**
   * Imports a file, or the demo's own vehicles.
   *
   * @return the file's text, which identifies its vehicles among others
   */
  String load(@Nullable Path feed) {
    byte[] content = feed == null ? Csv.bytes("vehicles.csv") : read(feed);
    String name = feed == null ? "vehicles.csv" : feed.getFileName().toString();
    JsonNode accepted =
        api.upload("/v1/vehicles/import", "file", List.of(new Upload(name, "text/csv", content)))
            .orFail("The import");
    JsonNode result = imported(accepted.get("importId").asString());
    progress.step(
        "imported %s: %d rows, %d new, %d changed, %d as before, %d refused"
            .formatted(
                name,
                result.path("rows").asInt(),
                result.path("created").asInt(),
                result.path("updated").asInt(),
                result.path("unchanged").asInt(),
                result.path("rejected").asInt()));
    result.path("problems").valueStream().limit(5).forEach(p -> progress.step("  " + p));
    return new String(content, StandardCharsets.UTF_8);
  }

  // The import is a job, and the answer comes before it starts.
  private JsonNode imported(String id) {
    while (true) {
      JsonNode job = api.get("/v1/vehicles/imports/" + id).orFail("Reading the import");
      switch (job.path("state").asString()) {
        case "DONE" -> {
          return job;
        }
        case "WAITING", "RUNNING" -> pause();
        default ->
            throw new ClientException(
                "The import was not done: " + job.path("refusal").asString("it was stopped"));
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("The demo was interrupted");
    }
  }

  private static byte[] read(Path feed) {
    try {
      return Files.readAllBytes(feed);
    } catch (IOException e) {
      throw new ClientException("The feed " + feed + " cannot be read");
    }
  }

  /** Vehicles of a file that are on the lot and have no active posting. */
  List<JsonNode> candidates(String feed) {
    Set<String> posted = postedVehicles();
    List<JsonNode> vehicles = new ArrayList<>();
    for (int page = 1; ; page++) {
      JsonNode answer =
          api.get("/v1/vehicles?status=ACTIVE&limit=" + PAGE + "&page=" + page)
              .orFail("Listing the vehicles");
      for (JsonNode vehicle : answer.get("data")) {
        boolean ofFeed = feed.contains(vehicle.path("stockNumber").asString());
        if (ofFeed && !posted.contains(vehicle.get("id").asString())) {
          vehicles.add(vehicle);
        }
      }
      if (page >= answer.path("pagination").path("totalPages").asInt()) {
        vehicles.sort(java.util.Comparator.comparing(v -> v.path("stockNumber").asString()));
        return vehicles;
      }
    }
  }

  private Set<String> postedVehicles() {
    Set<String> posted = new HashSet<>();
    for (int page = 1; ; page++) {
      JsonNode answer =
          api.get("/v1/postings?limit=" + PAGE + "&page=" + page).orFail("Listing the postings");
      for (JsonNode posting : answer.get("data")) {
        if (!posting.path("status").asString().matches("FAILED|CANCELLED|DELETED")) {
          posted.add(posting.get("vehicleId").asString());
        }
      }
      if (page >= answer.path("pagination").path("totalPages").asInt()) {
        return posted;
      }
    }
  }

  /** Draws and uploads photos, unless the vehicle has some; returns the vehicle with them. */
  JsonNode withPhotos(JsonNode vehicle) {
    return withPhotos(vehicle, PHOTOS);
  }

  /** The same with so many photos. */
  JsonNode withPhotos(JsonNode vehicle, int count) {
    String path = "/v1/vehicles/" + vehicle.get("id").asString();
    JsonNode current = api.get(path).orFail("Reading the vehicle");
    if (current.path("images").isEmpty()) {
      String color = vehicle.path("exteriorColor").asString("");
      List<Upload> photos =
          IntStream.range(0, count)
              .mapToObj(view ->
                  new Upload(
                      view + ".jpg", "image/jpeg", PhotoArtist.draw(name(vehicle), color, view)))
              .toList();
      Answer uploaded = api.upload(path + "/images", "images", photos);
      uploaded.orFail("Uploading photos of " + name(vehicle));
      current = api.get(path).orFail("Reading the vehicle");
    }
    return current;
  }

  /** Year, make and model. */
  static String name(JsonNode vehicle) {
    return vehicle.path("year").asString()
        + " "
        + vehicle.path("make").asString()
        + " "
        + vehicle.path("model").asString();
  }
}
