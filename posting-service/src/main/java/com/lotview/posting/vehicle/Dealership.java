package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dealership as far as a listing tells of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Dealership(
    UUID id, String name, @Nullable String city, @Nullable String state, @Nullable String phone) {}
