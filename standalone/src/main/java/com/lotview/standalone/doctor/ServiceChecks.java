package com.lotview.standalone.doctor;

import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each service's readiness, with the part that is not ready. */
final class ServiceChecks {
  private static final int NOT_READY = 503;
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<String, String> CURES =
      Map.of(
          "database",
              "bring PostgreSQL back, or correct its DATABASE_URL; it is ready again by itself",
          "browserStart", "no browser starts: see docs/runbooks/browsers-do-not-start.md",
          "readinessState", "it starts or stops; if it stays so, its log says why");

  private final Map<String, URI> services;

  ServiceChecks(Map<String, URI> services) {
    this.services = new TreeMap<>(services);
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    services.forEach(
        (name, url) -> checks.add(new Check(name + " at " + url, () -> look(name, url))));
    return checks;
  }

  private static List<Finding> look(String name, URI url) throws InterruptedException {
    String who = name + " at " + url;
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(Examination.ANSWER).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                  .timeout(Examination.ANSWER)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer(who, answer);
    } catch (SSLException e) {
      return List.of(
          new Wrong(
              who + " and this side do not agree on TLS: " + Reason.of(e),
              "correct the certificate, or the address"));
    } catch (IOException e) {
      return List.of(
          new Wrong(
              who + " does not answer",
              "start it, or correct its address; its log has the last words"));
    }
  }

  private static List<Finding> answer(String who, HttpResponse<String> answer) {
    if (answer.statusCode() == NOT_READY) {
      return notReady(who, answer.body());
    }
    return status(answer.body()).equals("UP")
        ? List.of(new Well(who + " is ready"))
        : List.of(
            new Wrong(
                who + " is no service of LotView: it answers " + answer.statusCode(),
                "another program has the port, or the address is wrong"));
  }

  private static String status(String body) {
    try {
      return JSON.readTree(body).path("status").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  private static List<Finding> notReady(String who, String body) {
    List<Finding> found = new ArrayList<>();
    try {
      for (Map.Entry<String, JsonNode> part : JSON.readTree(body).path("components").properties()) {
        if (!part.getValue().path("status").asString("").equals("UP")) {
          found.add(part(who, part.getKey(), part.getValue()));
        }
      }
    } catch (JacksonException e) {
      found.clear();
    }
    return found.isEmpty() ? List.of(new Wrong(who + " is not ready", "its log says why")) : found;
  }

  private static Finding part(String who, String name, JsonNode part) {
    JsonNode details = part.path("details");
    String reason = details.path("cause").asString(details.path("error").asString(""));
    return new Wrong(
        "%s is not ready: %s is %s%s"
            .formatted(
                who,
                name,
                part.path("status").asString("unknown"),
                reason.isEmpty() ? "" : ", " + reason),
        CURES.getOrDefault(name, "its log says why"));
  }
}
