package com.lotview.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored refresh token.
 *
 * @param family the session that it belongs to
 * @param startedAt when the session began
 * @param rotatedAt when it was first exchanged for a newer one
 * @param childRotated whether a token that it was exchanged for has itself been exchanged
 */
public record StoredToken(
    UUID id,
    UUID userId,
    UUID family,
    Instant startedAt,
    Instant expiresAt,
    @Nullable Instant rotatedAt,
    @Nullable Instant revokedAt,
    boolean childRotated) {}
