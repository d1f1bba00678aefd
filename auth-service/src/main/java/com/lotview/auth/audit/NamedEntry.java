package com.lotview.auth.audit;

import com.lotview.kit.audit.Change;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as it is shown.
 *
 * @param userName who: a person's name, or the name of an API key; null if the system itself
 * @param changes the fields that it changed, with their values before and after
 */
public record NamedEntry(
    UUID id,
    Instant at,
    @Nullable UUID userId,
    @Nullable String userName,
    String action,
    String subject,
    @Nullable String ip,
    @Nullable String userAgent,
    List<Change> changes) {}
