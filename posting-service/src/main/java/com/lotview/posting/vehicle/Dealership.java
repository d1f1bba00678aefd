package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dealership as far as a listing tells of it.
 *
 * @param texts its own parts of a listing text, handed on to the writer as they are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Dealership(
    UUID id,
    String name,
    @Nullable String city,
    @Nullable String state,
    @Nullable String phone,
    @Nullable Map<String, @Nullable String> texts) {

  /** A dealership without texts of its own. */
  public Dealership(
      UUID id, String name, @Nullable String city, @Nullable String state, @Nullable String phone) {
    this(id, name, city, state, phone, null);
  }
}
