package com.lotview.auth.apikey;

import com.lotview.kit.audit.Audited;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without the key itself.
 *
 * @param beginning the first characters of the key
 * @param scopes values of {@link com.lotview.contracts.Permission}, in their order
 * @param lastUsedAt exact to a minute
 */
public record ApiKey(
    UUID id,
    @Audited String name,
    String beginning,
    @Audited List<String> scopes,
    UUID createdBy,
    Instant createdAt,
    @Audited @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
