package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import com.lotview.standalone.openapi.Expectations.Entry;
import com.lotview.standalone.openapi.MadeObjects.Kind;
import com.lotview.standalone.openapi.People.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the document, by every caller, with an id of the caller's own, of another
 * dealership, and of nothing: the status is the one that the document's permissions demand, the
 * code is one of the operation's, and the answer fits its schema.
 */
@Timeout(300)
@Tag("servers")
class CallerMatrixIT {
  private static final Path TABLE = Path.of("target/openapi/caller-matrix.md");

  /** The owner of the id. */
  private enum Whose {
    OWN,
    FOREIGN,
    RANDOM
  }

  private static Http http;
  private static People people;
  private static MadeObjects objects;
  private static JsonNode document;
  private static AnswerCheck check;

  private final List<String> rows = new ArrayList<>();
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
    objects.removeWebhooks(people.manager(People.A));
  }

  @Test
  void everyCaller_getsWhatTheDocumentPermits() throws Exception {
    Set<String> operations = new HashSet<>();
    for (Call call : Call.all(document)) {
      operations.add(call.toString());
      Entry entry = Expectations.of(call);
      for (Person person : people.all()) {
        for (Whose whose :
            entry.kind() == Kind.NONE ? List.of(Whose.OWN) : List.of(Whose.values())) {
          one(call, entry, person, whose);
        }
      }
    }
    write();

    assertThat(flaws)
        .as("%d of %d cells; all are in %s", flaws.size(), rows.size(), TABLE)
        .isEmpty();
    assertThat(Expectations.operations()).isEqualTo(operations);
  }

  private void one(Call call, Entry entry, Person person, Whose whose) throws Exception {
    int expected = expected(call, entry, person, whose);
    boolean changes = expected < 300 && !call.method().equals("GET");
    List<String> ids = ids(entry, person, whose, changes);
    String path = call.path(ids);
    boolean again = entry.endsSessions() && person.email() != null;
    String token = again ? people.throwaway(person) : person.token();
    Http.Answer answer = send(call, entry, path, token, ids);
    statuses.merge(answer.status(), 1, Integer::sum);
    String cell =
        "| %s | %s | %s | %d | %d %s |"
            .formatted(call, person.name(), whose, expected, answer.status(), answer.code());
    rows.add(cell);
    if (answer.status() != expected
        || person.nobody()
            && expected == 401
            && !call.operation().path("security").isEmpty()
            && !answer.code().equals(person.refusal())) {
      flaws.add(cell + " " + answer);
    }
    flaws.addAll(check.flaws(call, answer));
  }

  private static int expected(Call call, Entry entry, Person person, Whose whose) {
    JsonNode security = call.operation().path("security");
    int allowed = whose == Whose.OWN ? entry.status() : entry.missing();
    if (security.isEmpty()) {
      // Logout is open to all people, but not to API keys.
      boolean key = person.token() != null && person.token().startsWith("lvk_");
      return !entry.endsSessions() || !key ? allowed : person.nobody() ? 401 : 403;
    }
    if (person.nobody()) {
      return 401;
    }
    boolean takesKeys = !security.findValues("apiKey").isEmpty();
    for (JsonNode permission : call.operation().path("x-permission")) {
      if (!person.permissions().contains(permission.asString())) {
        return 403;
      }
    }
    return person.key() && !takesKeys ? 403 : allowed;
  }

  private static List<String> ids(Entry entry, Person person, Whose whose, boolean changes)
      throws Exception {
    Person owner = person.nobody() ? people.manager(People.A) : person;
    // A key has neither sessions nor notices.
    if ((entry.kind() == Kind.SESSION || entry.kind() == Kind.NOTICE) && owner.key()) {
      owner = people.manager(People.A);
    }
    return switch (whose) {
      case OWN -> objects.of(entry.kind(), owner, changes);
      case FOREIGN ->
          objects.of(
              entry.kind(),
              people.manager(owner.dealership().equals(People.A) ? People.B : People.A),
              false);
      case RANDOM -> MadeObjects.random();
    };
  }

  private static Http.Answer send(
      Call call, Entry entry, String path, String token, List<String> ids) throws Exception {
    JsonNode content = call.operation().at("/requestBody/content");
    if (content.has("multipart/form-data")) {
      byte[] form = path.startsWith("/v1/vehicles/import") ? MadeStock.file() : MadeStock.photo();
      return http.send(call.method(), path, token, form, MadeObjects.multipart());
    }
    JsonNode example = content.at("/application~1json/example");
    JsonNode body =
        entry.body() != null ? entry.body().apply(ids) : example.isMissingNode() ? null : example;
    return http.send(call.method(), path, token, body);
  }

  private void write() throws Exception {
    Files.createDirectories(TABLE.getParent());
    String head = "| operation | caller | id | expected | answered |\n|---|---|---|---|---|\n";
    String sum =
        "%n%d cells, %d flaws; answers by status: %s%n"
            .formatted(rows.size(), flaws.size(), statuses);
    Files.writeString(TABLE, head + String.join("\n", rows) + "\n" + sum);
    System.out.println("Callers:" + sum);
  }
}
