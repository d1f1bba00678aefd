package com.lotview.kit.audit;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.id.Ids;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes notes for the audit trail in the same transaction as the audited act. */
public final class AuditTrail {
  private final Outbox outbox;
  private final Clock clock;

  public AuditTrail(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Notes an act that changes no field; see {@link #record(Caller, String, String, List)}. */
  public Mono<Void> record(Caller caller, String action, String subject) {
    return record(caller, action, subject, List.of());
  }

  /**
   * Notes an act. The last event of a transaction: the notes of a dealership share one lock, which
   * is then held for the commit only.
   *
   * @param action for example {@code posting.created}
   * @param subject for example {@code posting/<id>}
   * @param changes what it changed, by {@link Changes#between}
   */
  public Mono<Void> record(Caller caller, String action, String subject, List<Change> changes) {
    return Mono.defer(() -> {
      Recorded body =
          new Recorded(
              Ids.next(),
              caller.dealershipId(),
              caller.userId(),
              action,
              subject,
              caller.origin().address(),
              caller.origin().userAgent(),
              changes,
              clock.instant());
      return outbox.append(
          new OutboxEvent(
              Topics.AUDIT_RECORDED,
              caller.dealershipId().toString(),
              EventTypes.AUDIT_RECORDED,
              body));
    });
  }

  record Recorded(
      UUID id,
      UUID dealershipId,
      UUID userId,
      String action,
      String subject,
      @Nullable String ip,
      @Nullable String userAgent,
      List<Change> changes,
      Instant at) {}
}
