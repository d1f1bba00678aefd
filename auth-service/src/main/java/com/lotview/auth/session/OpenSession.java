package com.lotview.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session of a person that has not ended.
 *
 * @param lastUsedAt when its access was last renewed, which happens every 15 minutes of use
 * @param ip where it was last used from
 * @param userAgent what the client called itself then
 */
public record OpenSession(
    UUID id,
    Instant startedAt,
    Instant lastUsedAt,
    @Nullable String ip,
    @Nullable String userAgent) {}
