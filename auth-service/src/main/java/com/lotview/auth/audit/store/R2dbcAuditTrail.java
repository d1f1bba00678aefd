package com.lotview.auth.audit.store;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import io.r2dbc.spi.Parameters;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link AuditTrail} on PostgreSQL. */
@Component
class R2dbcAuditTrail implements AuditTrail {
  private final DatabaseClient database;

  R2dbcAuditTrail(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> record(AuditEntry entry) {
    UUID user = entry.userId();
    String ip = entry.ip();
    return database
        .sql(
            """
            insert into audit_event (id, dealership_id, user_id, action, subject, ip, at)
            values (:id, :dealership, :user, :action, :subject, :ip, :at)
            on conflict (id) do nothing
            """)
        .bind("id", entry.id())
        .bind("dealership", entry.dealershipId())
        .bind("user", user == null ? Parameters.in(UUID.class) : Parameters.in(user))
        .bind("action", entry.action())
        .bind("subject", entry.subject())
        .bind("ip", ip == null ? Parameters.in(String.class) : Parameters.in(ip))
        .bind("at", entry.at())
        .then();
  }
}
