package com.lotview.posting.posting.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listing is gone.
 *
 * @param by null: it was found to be gone
 */
public record RemovedListing(Instant at, @Nullable RemoveMode by) {}
