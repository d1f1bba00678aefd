package com.lotview.listing.generation.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/listings/generate}. */
record GenerateRequest(@NotNull(message = "is required") UUID vehicleId, @Nullable String tone) {}
