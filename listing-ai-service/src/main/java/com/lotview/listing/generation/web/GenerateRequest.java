package com.lotview.listing.generation.web;

import com.lotview.kit.openapi.ApiField;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/listings/generate}.
 *
 * @param language of the account: {@code en}, {@code es} or {@code id}; the dealership's own wins
 * @param sources whether the answer shows where each sentence comes from
 */
record GenerateRequest(
    @NotNull(message = "is required") UUID vehicleId,
    @Nullable String tone,
    @Nullable @ApiField(words = {"en", "es", "id"}) String language,
    @Nullable Boolean sources) {}
