package com.lotview.listing.generation.web;

import com.lotview.kit.openapi.ApiField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/listings/regenerate}; the instructions are wishes, not orders. */
record RegenerateRequest(
    @NotNull(message = "is required") UUID vehicleId,
    @NotBlank(message = "is required")
        @Size(max = 500, message = "must have at most 500 characters")
        String instructions,
    @Nullable String tone,
    @Nullable @ApiField(words = {"en", "es", "id"}) String language,
    @Nullable Boolean sources) {}
