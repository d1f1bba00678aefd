package com.lotview.listing.generation;

import com.lotview.listing.text.ListingBrief;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wanted text.
 *
 * @param attempt the posting's; returned so that a late answer can be recognized
 * @param traceparent the trace of the request, for the answer
 */
public record Generation(
    UUID id,
    UUID dealershipId,
    UUID postingId,
    int attempt,
    ListingBrief brief,
    @Nullable String traceparent) {}
