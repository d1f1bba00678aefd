package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document that the gateway serves agrees with the code. */
class OpenApiTest {
  private static final String WRITE = "lotview.openapi.write";
  private static final String COMMAND =
      "mvn -pl standalone -am test -Dtest=OpenApiTest -D"
          + WRITE
          + "=true -Dsurefire.failIfNoSpecifiedTests=false";
  private static final Path FILE =
      Path.of("../contracts/src/main/resources/contracts/openapi/lotview.json");
  private static final Path RELEASED = Path.of("../docs/openapi/released.json");

  private static ObjectNode made;

  @BeforeAll
  static void make() throws Exception {
    made = ApiDocument.made();
  }

  @Test
  void fileIsTheDocumentOfTheCode() throws Exception {
    String wanted = ApiDocument.text(made);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, wanted);
    }

    // Not isEqualTo, because its message would contain both documents.
    assertThat(firstDifference(Files.readString(FILE), wanted))
        .as("%s differs from the code. To rewrite it: %s", FILE, COMMAND)
        .isEmpty();
  }

  private static String firstDifference(String file, String code) {
    List<String> left = file.lines().toList();
    List<String> right = code.lines().toList();
    for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
      String one = at < left.size() ? left.get(at) : "(end)";
      String other = at < right.size() ? right.get(at) : "(end)";
      if (!one.equals(other)) {
        return "line %d: the file has %s, the code %s"
            .formatted(at + 1, one.strip(), other.strip());
      }
    }
    return "";
  }

  @Test
  void nothingThatClientsUseIsTakenAway() throws Exception {
    JsonNode released = ApiDocument.JSON.readTree(Files.readString(RELEASED));

    assertThat(BreakingChanges.between(released, made))
        .as("breaks clients of the released API; %s is replaced only by a release", RELEASED)
        .isEmpty();
  }

  @Test
  void everyReferenceHasItsSchemaAndEveryOperationItsOwnName() {
    Samples samples = new Samples(made);
    made.findValuesAsString("$ref")
        .forEach(reference -> assertThat(made.at(reference.substring(1))).isNotEmpty());
    List<String> names = made.findValuesAsString("operationId");
    assertThat(names).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThat(samples.resolved(made.at("/components/schemas/Problem")).isObject()).isTrue();
  }

  @Test
  void everyOperationHasASentenceAndExamplesThatFit() {
    List<String> flaws = new ArrayList<>();
    for (Call call : Call.all(made)) {
      if (call.operation().path("summary").asString("").isBlank()) {
        flaws.add(call + " has no sentence in docs/reference");
      }
      check(call, call.operation().path("requestBody"), flaws);
      call.operation().path("responses").forEach(answer -> check(call, answer, flaws));
    }
    assertThat(flaws).isEmpty();
  }

  private static void check(Call call, JsonNode body, List<String> flaws) {
    for (var media : body.path("content").properties()) {
      if (media.getKey().contains("json")) {
        Set<String> wrong = new TreeSet<>();
        validate(media.getValue().get("schema"), media.getValue().get("example"))
            .forEach(message -> wrong.add(message.getMessage()));
        wrong.forEach(message -> flaws.add(call + " " + message));
      }
    }
  }

  static Set<ValidationMessage> validate(JsonNode schema, JsonNode value) {
    ObjectNode whole = ApiDocument.JSON.createObjectNode();
    whole.set("components", made.get("components"));
    whole.putArray("allOf").add(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole.toString())
        .validate(value.toString(), InputFormat.JSON);
  }

  // The analysis of a route's code must find the problem codes that its written description names.
  @Test
  void codesThatTheReferenceNamesAreAmongThoseOfTheCode() {
    Pattern code = Pattern.compile("`([A-Z]+_[A-Z_]+)`");
    Set<String> known = new HashSet<>();
    made.at("/components/schemas/Problem/properties/code/enum")
        .forEach(one -> known.add(one.asString()));
    List<String> missing = new ArrayList<>();
    for (Call call : Call.all(made)) {
      Set<String> found = call.codes();
      code.matcher(call.operation().path("description").asString())
          .results()
          .map(match -> match.group(1))
          .filter(known::contains)
          .filter(name -> !found.contains(name))
          .forEach(name -> missing.add(call + " " + name));
    }
    assertThat(missing).isEmpty();
    assertThat(Call.all(made).stream().map(Call::toString).collect(Collectors.toSet()))
        .hasSizeGreaterThan(50);
  }
}
