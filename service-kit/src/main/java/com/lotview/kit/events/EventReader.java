package com.lotview.kit.events;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies of events into a service's own records. Unknown fields are ignored: within a
 * version, producers only add.
 */
public final class EventReader {
  private final JsonMapper json;

  public EventReader(JsonMapper json) {
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** The body as a record; throws a {@code JacksonException} if it does not fit. */
  public <T> T body(IncomingEvent event, Class<T> type) {
    return json.readValue(event.body(), type);
  }
}
