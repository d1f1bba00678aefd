package com.lotview.posting.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a worker took.
 *
 * @param kind {@code form}, {@code confirmation} or {@code failure}
 * @param key in the object store
 */
public record Evidence(
    int attempt, String kind, String key, @Nullable String sha256, Instant takenAt) {}
