package com.lotview.inventory.feedout;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dealership's feeds, which are on.
 *
 * @param secretHash of the secret in the feeds' addresses
 * @param photosHash of the one in the photos' addresses
 * @param userId who switched them on
 * @param changedAt when the secret or the settings last changed
 * @param metaFetchedAt when Meta's feed was last asked for; null: never
 */
public record FeedOut(
    UUID dealershipId,
    ByteBuffer secretHash,
    ByteBuffer photosHash,
    FeedSettings settings,
    UUID userId,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant metaFetchedAt,
    @Nullable Instant googleFetchedAt) {}
