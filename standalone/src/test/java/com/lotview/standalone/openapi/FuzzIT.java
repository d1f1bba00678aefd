package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import com.lotview.standalone.openapi.Expectations.Entry;
import com.lotview.standalone.openapi.FuzzCases.Case;
import com.lotview.standalone.openapi.MadeObjects.Kind;
import com.lotview.standalone.openapi.People.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Wrong requests of every operation, made from the document: the server has no fault, every refusal
 * names its field, and the code enforces every rule of the document.
 */
@Tag("servers")
class FuzzIT {
  private static final int SAMPLE = 20;
  private static final int ALL = 200;

  private static Http http;
  private static People people;
  private static MadeObjects objects;
  private static JsonNode document;
  private static AnswerCheck check;

  private final List<String> flaws = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @BeforeAll
  static void start() throws Exception {
    RunningSystem system = RunningSystem.shared();
    http = new Http(system.url());
    people = People.of(system, http);
    objects = new MadeObjects(http, people);
    document = http.made("GET", "/v1/openapi.json", null, null);
    check = new AnswerCheck(document);
  }

  @Test
  @Timeout(300)
  void someWrongRequests_areRefusedByName() throws Exception {
    fuzz(SAMPLE);
  }

  @Test
  @Timeout(1200)
  @Tag("proof")
  void manyWrongRequests_areRefusedByName() throws Exception {
    fuzz(ALL);
  }

  private void fuzz(int most) throws Exception {
    for (Call call : Call.all(document)) {
      operation(call, most);
      if (call.toString().equals("PATCH /v1/dealership")) {
        // Restores what the valid ones of these requests have changed.
        people.home();
      }
    }
    System.out.println("Fuzzing: " + flaws.size() + " flaws; answers by status: " + statuses);

    assertThat(flaws).isEmpty();
  }

  private void operation(Call call, int most) throws Exception {
    Entry entry = Expectations.of(call);
    Person manager = people.manager(People.A);
    if (call.path().startsWith("/v1/webhooks")) {
      objects.removeWebhooks(manager);
    }
    List<String> ids = objects.of(entry.kind(), manager, true);
    JsonNode valid = entry.body() == null ? example(call) : entry.body().apply(ids);
    // Requests that end sessions, or count as failed passwords, are sent as another person.
    boolean own = call.path().startsWith("/v1/auth/");
    String token = own ? people.newcomer(manager) : manager.token();
    for (Case one : FuzzCases.of(document, call, valid, most)) {
      Http.Answer answer = send(call, one, ids, token);
      statuses.merge(answer.status(), 1, Integer::sum);
      judge(call, one, answer);
      if (entry.kind() == Kind.SUGGESTION && answer.status() < 300) {
        // It can be decided only once.
        ids = objects.of(entry.kind(), manager, true);
      }
      if (own && answer.status() < 300) {
        token = people.newcomer(manager);
      }
    }
  }

  private static JsonNode example(Call call) {
    JsonNode example = call.operation().at("/requestBody/content/application~1json/example");
    return example.isMissingNode() ? null : example;
  }

  private static Http.Answer send(Call call, Case one, List<String> ids, String token)
      throws Exception {
    String path = call.path(one.segments() == null ? ids : one.segments());
    Map<String, String> headers = new HashMap<>(one.headers());
    byte[] body = one.body() == null ? null : one.body().getBytes(StandardCharsets.UTF_8);
    if (call.operation().at("/requestBody/content").has("multipart/form-data")) {
      body = MadeObjects.part(one.what() + ".csv", one.toString().getBytes(StandardCharsets.UTF_8));
      headers.putAll(MadeObjects.multipart());
    } else if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    return http.send(call.method(), path + one.query(), token, body, headers);
  }

  private void judge(Call call, Case one, Http.Answer answer) {
    String where = call + " (" + one.what() + "): ";
    if (answer.status() >= 500) {
      flaws.add(where + answer);
      return;
    }
    List<String> named = new ArrayList<>();
    if (answer.status() == 400 || answer.code().equals("VALIDATION_ERROR")) {
      answer.json().path("errors").forEach(error -> named.add(error.path("field").asString("")));
      if (named.isEmpty() || named.contains("")) {
        flaws.add(where + "no field is named: " + answer);
      }
    }
    if (one.field() != null && !named.contains(one.field())) {
      flaws.add(where + one.field() + " is not refused: " + answer);
    }
    // With other path segments, the address may be outside of the document's operations.
    if (one.segments() == null) {
      check.flaws(call, answer).forEach(flaw -> flaws.add(where + flaw));
    }
  }
}
