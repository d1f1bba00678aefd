package com.lotview.standalone.openapi;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks whether an answer conforms to the document. */
final class AnswerCheck {
  private final JsonNode document;
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  AnswerCheck(JsonNode document) {
    this.document = document;
  }

  /** Contradictions between the answer and the document; empty if there are none. */
  List<String> flaws(Call call, Http.Answer answer) {
    List<String> flaws = new ArrayList<>();
    if (answer.status() >= 400) {
      if (answer.code().isEmpty()) {
        flaws.add(call + ": an error without a code: " + answer);
      } else if (!call.codes().contains(answer.code())) {
        flaws.add(call + ": the document lacks the code " + answer.code() + ": " + answer);
      }
      return flaws;
    }
    JsonNode promised = call.operation().path("responses").path(String.valueOf(answer.status()));
    if (promised.isMissingNode()) {
      flaws.add(call + ": the document lacks the status " + answer.status());
      return flaws;
    }
    JsonNode schema = promised.at("/content/application~1json/schema");
    if (schema.isMissingNode()) {
      if (!promised.has("content") && answer.body().length > 0) {
        flaws.add(call + ": an answer that the document does not promise: " + answer);
      }
      return flaws;
    }
    schema(call + " " + answer.status(), schema)
        .validate(new String(answer.body(), StandardCharsets.UTF_8), InputFormat.JSON)
        .forEach(message -> flaws.add(call + ": " + message.getMessage()));
    return flaws;
  }

  private JsonSchema schema(String name, JsonNode schema) {
    return schemas.computeIfAbsent(
        name,
        any -> {
          ObjectNode whole = ApiDocument.JSON.createObjectNode();
          whole.set("components", document.get("components"));
          whole.putArray("allOf").add(schema);
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(whole.toString());
        });
  }
}
