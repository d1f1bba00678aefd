package com.lotview.kit.json;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * A moment is text in ISO 8601 with its offset. A bare number has no unit: Jackson takes it for
 * seconds, clients often mean milliseconds.
 */
final class StrictInstant extends StdScalarDeserializer<Instant> {
  StrictInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    String text = parser.getString();
    // Text without a letter is a number in quotes, or empty.
    if (text.indexOf('T') < 0) {
      return (Instant) context.handleWeirdStringValue(Instant.class, text, "no ISO 8601 time");
    }
    Instant time = InstantDeserializer.INSTANT.deserialize(parser, context);
    return StorableTime.isStorable(time)
        ? time
        : (Instant) context.handleWeirdStringValue(Instant.class, text, "far off");
  }
}
