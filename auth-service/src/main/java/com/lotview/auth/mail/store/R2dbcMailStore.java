package com.lotview.auth.mail.store;

import com.lotview.auth.mail.Mail;
import com.lotview.auth.mail.MailStore;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link MailStore} on PostgreSQL. */
@Component
class R2dbcMailStore implements MailStore {
  private final DatabaseClient database;

  R2dbcMailStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(Mail mail, Instant now) {
    return database
        .sql(
            """
            insert into mail (id, dealership_id, recipient, subject, body, next_try_at)
            values (:id, :dealership, :recipient, :subject, :body, :now)
            """)
        .bind("id", mail.id())
        .bind("dealership", mail.dealershipId())
        .bind("recipient", mail.to())
        .bind("subject", mail.subject())
        .bind("body", mail.text())
        .bind("now", now)
        .then();
  }

  @Override
  public Flux<DueMail> takeDue(Instant now, Instant again, int count) {
    return database
        .sql(
            """
            update mail set tries = tries + 1, next_try_at = :again
             where id in (select id from mail where next_try_at <= :now
                          order by next_try_at limit :count for update skip locked)
            returning id, dealership_id, recipient, subject, body, tries
            """)
        .bind("now", now)
        .bind("again", again)
        .bind("count", count)
        .map(row -> due(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Void> remove(UUID id) {
    return database.sql("delete from mail where id = :id").bind("id", id).then();
  }

  @Override
  public Mono<Void> postpone(UUID id, Instant next) {
    return database
        .sql("update mail set next_try_at = :next where id = :id")
        .bind("next", next)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Void> putBack(UUID id, Instant next) {
    return database
        .sql("update mail set next_try_at = :next, tries = tries - 1 where id = :id")
        .bind("next", next)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Void> giveUp(UUID id) {
    return database.sql("update mail set next_try_at = null where id = :id").bind("id", id).then();
  }

  private static DueMail due(Columns row) {
    return new DueMail(
        new Mail(
            row.uuid("id"),
            row.uuid("dealership_id"),
            row.text("recipient"),
            row.text("subject"),
            row.text("body")),
        row.number("tries"));
  }
}
