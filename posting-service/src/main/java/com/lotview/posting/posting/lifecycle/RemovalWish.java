package com.lotview.posting.posting.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to remove a listing.
 *
 * @param by null: the system, because the vehicle is gone
 */
public record RemovalWish(RemoveMode how, @Nullable UUID by, Instant at) {}
