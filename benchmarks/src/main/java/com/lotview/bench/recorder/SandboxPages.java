package com.lotview.bench.recorder;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's pages and their own requests, as one signed-in visitor. */
final class SandboxPages {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

  private final String site;
  private final BooleanSupplier alive;
  private String cookies = "";

  /**
   * @param alive checked before every request: a killed browser sends nothing more, even if its
   *     process resumes after a pause
   */
  SandboxPages(String site, BooleanSupplier alive) {
    this.site = site;
    this.alive = alive;
  }

  /** The site did not give a clean answer. */
  static final class Refused extends RuntimeException {
    Refused(String reason) {
      super(reason);
    }
  }

  /** A page as served. */
  record Page(int status, String html) {
    boolean signedIn() {
      return status == 200;
    }

    /** A value from the page's settings. */
    String setting(String name) {
      Matcher found = Pattern.compile('"' + name + "\":\"([^\"]*)\"").matcher(html);
      if (!found.find()) {
        throw new Refused("a page without " + name + ", status " + status);
      }
      return found.group(1);
    }
  }

  /** Signs of life of an open form, given until it is closed. */
  interface SignsOfLife {
    void close();
  }

  /** Sends the cookies (JSON array) from now on. */
  void carry(String list) {
    cookies =
        JSON.readTree(list)
            .valueStream()
            .map(c -> c.path("name").asString() + "=" + c.path("value").asString())
            .collect(Collectors.joining("; "));
  }

  String item(String id) {
    return site + "/marketplace/item/" + id + "/";
  }

  Page open(String path) {
    HttpResponse<String> answer = send(request(path).GET());
    return new Page(answer.statusCode(), answer.body());
  }

  /** Runs one operation of the GraphQL endpoint; returns its data. */
  JsonNode ask(String operation, Map<String, Object> variables) {
    String body =
        "fb_api_req_friendly_name="
            + operation
            + "&variables="
            + URLEncoder.encode(JSON.writeValueAsString(variables), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            request("/api/graphql/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    JsonNode content = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
    if (content == null || content.has("errors")) {
      throw new Refused(answer.statusCode() + " " + answer.body());
    }
    return content.path("data");
  }

  /** Uploads a picture; returns its number at the site. */
  String upload(byte[] picture) {
    String mark = "recorder-" + System.nanoTime();
    byte[] head =
        """
        --%s
        Content-Disposition: form-data; name="farr"; filename="1.png"
        Content-Type: image/png

        """
            .formatted(mark)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] foot = ("\r\n--" + mark + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            request("/ajax/react_composer/attachments/photo/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + mark)
                .POST(
                    HttpRequest.BodyPublishers.ofByteArrays(
                        java.util.List.of(head, picture, foot))));
    if (answer.statusCode() != 200) {
      throw new Refused(answer.statusCode() + " to a photo");
    }
    return JSON.readTree(answer.body()).at("/payload/photoID").asString();
  }

  /** Reports to the site every second that the form is open. */
  SignsOfLife presence(String form) {
    String path = "/ajax/presence?form=" + URLEncoder.encode(form, StandardCharsets.UTF_8);
    Thread signs = Thread.ofVirtual().start(() -> tellWhileOpen(path));
    return () -> {
      signs.interrupt();
      send(request(path + "&end=1").POST(HttpRequest.BodyPublishers.noBody()));
    };
  }

  private void tellWhileOpen(String path) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
        Thread.sleep(SIGN_OF_LIFE);
      }
    } catch (InterruptedException | RuntimeException e) {
      // The form was left, or the site is gone; in both cases no report is needed.
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site + path))
        .timeout(DEADLINE)
        .header("Cookie", cookies);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!alive.getAsBoolean()) {
      throw new Refused("the browser was ended");
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refused(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("no answer: interrupted");
    }
  }
}
