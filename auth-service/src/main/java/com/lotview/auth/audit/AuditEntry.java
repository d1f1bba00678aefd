package com.lotview.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param userId who; null if the system itself
 * @param action what, e.g. {@code posting.created}
 * @param subject to what, e.g. {@code posting/<id>}
 * @param ip from where, if by request
 */
public record AuditEntry(
    UUID id,
    UUID dealershipId,
    @Nullable UUID userId,
    String action,
    String subject,
    @Nullable String ip,
    Instant at) {}
