package com.lotview.auth.audit;

import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail.
 *
 * @param userId who; null if the system itself
 * @param action what, e.g. {@code posting.created}
 * @param subject to what, e.g. {@code posting/<id>}
 * @param ip from where, if by request
 * @param userAgent what the client called itself, if by request
 */
public record AuditEntry(
    UUID id,
    UUID dealershipId,
    @Nullable UUID userId,
    String action,
    String subject,
    @Nullable String ip,
    @Nullable String userAgent,
    Instant at) {

  /** What the sender of a request does now. */
  public static AuditEntry of(Caller caller, String action, String subject, Instant at) {
    return new AuditEntry(
        Ids.next(),
        caller.dealershipId(),
        caller.userId(),
        action,
        subject,
        caller.origin().address(),
        caller.origin().userAgent(),
        at);
  }
}
