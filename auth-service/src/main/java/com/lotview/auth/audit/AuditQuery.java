package com.lotview.auth.audit;

import com.lotview.kit.error.RefusalException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail to show, latest first; null means all.
 *
 * @param action beginning of the action, as {@code posting} or {@code posting.created}
 * @param subject what it was done to, as {@code vehicle/<id>}
 * @param before shows the entries after this one: the last entry of the page before
 */
public record AuditQuery(
    @Nullable UUID userId,
    @Nullable String action,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID before,
    int limit) {
  /** Most entries of a page. */
  public static final int MAX_LIMIT = 200;

  /** Most entries of an export. */
  public static final int MAX_EXPORT = 100_000;

  public static final int MAX_TEXT = 100;

  public AuditQuery {
    checkLength("action", action);
    checkLength("subject", subject);
    if (from != null && to != null && !from.isBefore(to)) {
      throw RefusalException.invalid("to", "must be after from");
    }
  }

  private static void checkLength(String field, @Nullable String text) {
    if (text != null && text.length() > MAX_TEXT) {
      throw RefusalException.invalid(field, "must have at most " + MAX_TEXT + " characters");
    }
  }
}
