package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document is that of the code, and names every topic, type and frame. */
class AsyncApiTest {
  private static final String WRITE = "lotview.openapi.write";
  private static final Path FILE = Path.of("../docs/asyncapi/lotview.json");
  private static final Path PAGE = Path.of("../docs/reference/notification-service.md");

  @Test
  void fileIsTheDocumentOfTheCode() throws Exception {
    String wanted = ApiDocument.text(AsyncApiDocument.made());
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, wanted);
    }

    assertThat(Files.readString(FILE).equals(wanted))
        .as(
            "%s is as the code; to rewrite it: mvn -pl standalone -am test -Dtest=AsyncApiTest"
                + " -D%s=true -Dsurefire.failIfNoSpecifiedTests=false",
            FILE, WRITE)
        .isTrue();
  }

  @Test
  void everyTopicAndTypeIsNamed() throws Exception {
    JsonNode document = AsyncApiDocument.made();
    Set<String> types = new TreeSet<>();
    for (Field field : EventTypes.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        types.add((String) field.get(null));
      }
    }
    Set<String> named = new TreeSet<>(document.at("/components/messages").propertyNames());
    named.remove("frame");

    assertThat(named).isEqualTo(types);
    assertThat(document.get("channels").propertyNames()).containsAll(Topics.ALL);
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    JsonNode document = AsyncApiDocument.made();

    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
  }

  @Test
  void framesAreThoseOfTheReferencePage() throws Exception {
    String page = Files.readString(PAGE);

    assertThat(AsyncApiDocument.frames())
        .hasSizeGreaterThan(10)
        .allMatch(name ->
            page.contains(name) || page.contains("`" + name.replaceAll(".*\\.", ".") + "`"));
  }
}
