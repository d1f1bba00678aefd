package com.lotview.notification.notice.mail.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.notification.notice.mail.DueNotices;
import com.lotview.notification.notice.mail.MailRequested;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** {@link DueNotices} in PostgreSQL. */
@Component
final class R2dbcDueNotices implements DueNotices {
  private final DatabaseClient database;
  private final TenantTransactions transactions;

  R2dbcDueNotices(DatabaseClient database, TenantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public Flux<Person> people(Instant now, int limit) {
    return transactions.inSystemMany(
        database
            .sql(
                """
                select dealership_id, user_id from notice where mail_at <= :now
                 group by dealership_id, user_id order by min(mail_at) limit :limit
                """)
            .bind("now", now)
            .bind("limit", limit)
            .map(row -> {
              Columns columns = new Columns(row);
              return new Person(columns.uuid("dealership_id"), columns.uuid("user_id"));
            })
            .all());
  }

  @Override
  public Flux<MailRequested.Item> take(Person person, Instant now) {
    return database
        .sql(
            """
            with taken as (
              update notice set mail_at = null where user_id = :user and mail_at is not null
              returning id, title, body, path, read_at),
            noted as (
              insert into notice_mail (dealership_id, user_id, mailed_at)
              select :dealership, :user, :now
               where exists (select from taken where read_at is null)
              on conflict (dealership_id, user_id) do update set mailed_at = excluded.mailed_at)
            select title, body, path from taken where read_at is null order by id
            """)
        .bind("dealership", person.dealershipId())
        .bind("user", person.userId())
        .bind("now", now)
        .map(row -> {
          Columns columns = new Columns(row);
          return new MailRequested.Item(
              columns.text("title"), columns.text("body"), columns.text("path"));
        })
        .all();
  }
}
