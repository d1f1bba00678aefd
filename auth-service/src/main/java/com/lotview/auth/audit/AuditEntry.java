package com.lotview.auth.audit;

import com.lotview.kit.audit.Change;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import java.time.Instant;
import java.util.List;
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
 * @param changes the fields that it changed
 */
public record AuditEntry(
    UUID id,
    UUID dealershipId,
    @Nullable UUID userId,
    String action,
    String subject,
    @Nullable String ip,
    @Nullable String userAgent,
    List<Change> changes,
    Instant at) {

  @SuppressWarnings("NullAway") // An event of an older service has no changes.
  public AuditEntry {
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  /** The entry for an act of the request's sender now, without a changed field. */
  public static AuditEntry of(Caller caller, String action, String subject, Instant at) {
    return of(caller, action, subject, List.of(), at);
  }

  /** The entry for a change by the request's sender now. */
  public static AuditEntry of(
      Caller caller, String action, String subject, List<Change> changes, Instant at) {
    return new AuditEntry(
        Ids.next(),
        caller.dealershipId(),
        caller.userId(),
        action,
        subject,
        caller.origin().address(),
        caller.origin().userAgent(),
        changes,
        at);
  }
}
