package com.lotview.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks producers and consumers against the published schema and example of an event. */
public final class EventContract {
  private final String folder;

  private EventContract(String topic, String type) {
    this.folder = "/contracts/events/" + topic + "/" + type + "/";
  }

  /** The first version of an event type. */
  public static EventContract of(String topic, String type) {
    return new EventContract(topic, type);
  }

  /** The published example: every consumer must be able to read it. */
  public String example() {
    return resource("v1.example.json");
  }

  /** The schema violations of a body; empty if there are none. */
  public List<String> violations(String body) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("v1.schema.json"));
    return schema
        .validate(
            body, InputFormat.JSON, c -> c.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private String resource(String name) {
    try (InputStream in = EventContract.class.getResourceAsStream(folder + name)) {
      if (in == null) {
        throw new IllegalArgumentException("No contract at " + folder + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
