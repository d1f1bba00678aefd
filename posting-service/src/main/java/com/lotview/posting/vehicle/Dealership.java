package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.Market;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a dealership that a listing needs.
 *
 * @param timezone name in the IANA database
 * @param market where it is; null in orders from before it was known: the United States
 * @param texts its own parts of a listing text, passed unchanged to the writer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Dealership(
    UUID id,
    String name,
    @Nullable String city,
    @Nullable String state,
    @Nullable String phone,
    @Nullable String timezone,
    @Nullable Map<String, @Nullable String> texts,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Market market) {

  /** A dealership without texts of its own. */
  public Dealership(
      UUID id, String name, @Nullable String city, @Nullable String state, @Nullable String phone) {
    this(id, name, city, state, phone, null, null, null);
  }

  /** Where it is. */
  public Market home() {
    return market == null ? Market.US : market;
  }

  /** Its time zone; UTC if it names none that is known. */
  public ZoneId zoneOrUtc() {
    ZoneId zone = zone();
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /** Its time zone; null if it names none that is known. */
  public @Nullable ZoneId zone() {
    try {
      return timezone == null ? null : ZoneId.of(timezone);
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
