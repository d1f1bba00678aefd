package com.lotview.standalone.client;

import com.lotview.contracts.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API over HTTP, signed in as one person, and again when the access token has expired.
 * Thread-safe after {@link #signIn}.
 */
public final class ApiClient {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final String LOGIN = "/v1/auth/login";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final String base;
  private volatile @Nullable Map<String, String> credentials;
  private volatile @Nullable String token;

  public ApiClient(String base) {
    this.base = base;
  }

  /** Signs in; later calls are this person's. */
  public void signIn(String email, String password) {
    credentials = Map.of("email", email, "password", password);
    signIn();
  }

  private boolean signIn() {
    Map<String, String> mine = credentials;
    if (mine != null) {
      Answer answer = post(LOGIN, mine);
      token = answer.orFail("Signing in").get("accessToken").asString();
    }
    return mine != null;
  }

  /** The access token, for a WebSocket. */
  public String token() {
    return String.valueOf(token);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Object body) {
    return post(path, body, Map.of());
  }

  /** Changes fields. */
  public Answer patch(String path, Object body) {
    return send(withJson("PATCH", path, body));
  }

  /** Posts JSON with further headers. */
  public Answer post(String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request = withJson("POST", path, body);
    headers.forEach(request::header);
    return send(request);
  }

  public Answer put(String path, Object body) {
    return send(withJson("PUT", path, body));
  }

  /** Sends a request of any method, with an empty object as its body. */
  public Answer send(String method, String path) {
    return send(withJson(method, path, Map.of()));
  }

  private HttpRequest.Builder withJson(String method, String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
  }

  /** Uploads files under one name. */
  public Answer upload(String path, String name, List<Upload> files) {
    String boundary = "lotview-" + UUID.randomUUID();
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                HttpRequest.BodyPublishers.ofByteArrays(
                    MultipartBody.parts(boundary, name, files))));
  }

  private HttpRequest.Builder request(String path) {
    URI uri = URI.create(path.startsWith("http") ? path : base + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(DEADLINE);
    if (!path.startsWith("http") && !path.equals(LOGIN)) {
      authorize(request);
    }
    return request;
  }

  private void authorize(HttpRequest.Builder request) {
    String bearer = token;
    if (bearer != null) {
      request.setHeader("Authorization", "Bearer " + bearer);
    }
  }

  /**
   * Sends a request. One over the rate limit, or with an expired token, was not carried out, so it
   * is sent again: after the required wait, or after a new sign-in.
   */
  private Answer send(HttpRequest.Builder request) {
    try {
      boolean renewed = false;
      while (true) {
        HttpResponse<byte[]> response =
            http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Answer answer = new Answer(response.statusCode(), response.body(), json);
        if (!renewed && answer.expired() && signIn()) {
          renewed = true;
          authorize(request);
          continue;
        }
        long wait = response.headers().firstValueAsLong("Retry-After").orElse(0);
        if (answer.status() != 429 || wait < 1 || wait > 60) {
          return answer;
        }
        TimeUnit.SECONDS.sleep(wait);
      }
    } catch (IOException e) {
      throw new ClientException("LotView does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("Interrupted");
    }
  }

  /** A file to upload; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Upload(String fileName, String contentType, byte[] content) {}

  /** Status and body of an answer; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, byte[] body, JsonMapper json) {
    public boolean ok() {
      return status / 100 == 2;
    }

    private boolean expired() {
      return status == 401 && reason().startsWith(ErrorCode.AUTH_TOKEN_EXPIRED.name());
    }

    /** The body, for every status. */
    public JsonNode content() {
      return json.readTree(body);
    }

    /** The body of a successful answer; an error ends the command with the API's reason. */
    public JsonNode orFail(String what) {
      if (!ok()) {
        throw new ClientException(what + " was refused: " + reason());
      }
      return body.length == 0 ? json.createObjectNode() : content();
    }

    /** Why the API refused: its code and detail, or its raw text. */
    public String reason() {
      try {
        JsonNode problem = content();
        String fields =
            problem.path("errors").isArray()
                ? problem
                    .path("errors")
                    .valueStream()
                    .map(e -> e.path("field").asString() + " " + e.path("reason").asString())
                    .reduce((a, b) -> a + "; " + b)
                    .orElse("")
                : "";
        return problem.path("code").asString(String.valueOf(status))
            + ": "
            + (fields.isEmpty() ? problem.path("detail").asString("") : fields);
      } catch (tools.jackson.core.JacksonException e) {
        return status + " " + new String(body, StandardCharsets.UTF_8);
      }
    }
  }
}
