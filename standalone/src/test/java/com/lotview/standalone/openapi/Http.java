package com.lotview.standalone.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sends requests as a client of the API would, and reads what comes back. */
final class Http {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  Http(String base) {
    this.base = base;
  }

  /** The answer. */
  record Answer(int status, String media, byte[] body) {
    JsonNode json() {
      return ApiDocument.JSON.readTree(body);
    }

    String code() {
      return media.contains("problem") ? json().path("code").asString("") : "";
    }

    @Override
    public String toString() {
      String text = new String(body, StandardCharsets.UTF_8);
      return status + " " + text.substring(0, Math.min(400, text.length()));
    }
  }

  /**
   * @param token null: none
   * @param body null: none
   */
  Answer send(String method, String path, String token, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    HttpResponse<byte[]> response;
    try {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IOException(method + " " + path + " was not answered", e);
    }
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  Answer send(String method, String path, String token, JsonNode body)
      throws IOException, InterruptedException {
    return body == null
        ? send(method, path, token, null, Map.of())
        : send(
            method,
            path,
            token,
            body.toString().getBytes(StandardCharsets.UTF_8),
            Map.of("Content-Type", "application/json"));
  }

  /** Sends a file to a signed link, as a browser would. */
  void store(URI link, String type, byte[] file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(link)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException(link.getPath() + ": " + status);
    }
  }

  /** Sends a request that must succeed. */
  JsonNode made(String method, String path, String token, JsonNode body)
      throws IOException, InterruptedException {
    Answer answer = send(method, path, token, body);
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(method + " " + path + ": " + answer);
    }
    return answer.body().length == 0 ? ApiDocument.JSON.createObjectNode() : answer.json();
  }
}
