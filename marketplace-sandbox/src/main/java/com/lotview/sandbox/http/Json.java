package com.lotview.sandbox.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper: strict about unknown fields, times as ISO text. */
public final class Json {
  /** Shared and thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /**
   * Reads an object.
   *
   * @throws BadRequest when the text is not a JSON object
   */
  public static ObjectNode object(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new BadRequest("not JSON: " + e.getOriginalMessage());
    }
    throw new BadRequest("a JSON object is needed");
  }

  /**
   * Reads a value of the given type.
   *
   * @throws BadRequest when the text does not fit the type
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw new BadRequest("unusable JSON: " + e.getOriginalMessage());
    }
  }
}
