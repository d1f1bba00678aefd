package com.lotview.notification.notice.store;

import com.lotview.kit.rows.Columns;
import com.lotview.notification.notice.Notice;
import com.lotview.notification.notice.NoticeKind;
import com.lotview.notification.notice.NoticeProperties;
import com.lotview.notification.notice.NoticeStore;
import com.lotview.notification.notice.Recipient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link NoticeStore} on PostgreSQL. */
@Component
final class R2dbcNoticeStore implements NoticeStore {
  private static final String COLUMNS = "id, kind, title, body, path, created_at, read_at";

  private final DatabaseClient database;
  private final NoticeProperties properties;

  R2dbcNoticeStore(DatabaseClient database, NoticeProperties properties) {
    this.database = database;
    this.properties = properties;
  }

  @Override
  public Flux<Recipient> recipients(NoticeKind kind, @Nullable UUID ordered) {
    return database
        .sql(
            """
            select user_id, in_app, mail from (
              select user_id, coalesce(c.in_app, true) as in_app, coalesce(c.mail, :mailed) as mail
                from (select user_id from person
                       where active and (role = any(:roles) or user_id = :ordered)
                      union
                      select :ordered where :ordered is not null
                         and not exists (select from person where user_id = :ordered)) p
                left join (select * from notice_preference where kind = :kind) c using (user_id)) r
             where in_app or mail
            """)
        .bind("roles", kind.roles().toArray(String[]::new))
        .bind("ordered", Columns.orNull(ordered, UUID.class))
        .bind("kind", kind.name())
        .bind("mailed", kind.mailed())
        .map(row -> {
          Columns columns = new Columns(row);
          return new Recipient(
              columns.uuid("user_id"), columns.flag("in_app"), columns.flag("mail"));
        })
        .all();
  }

  // A mail waits for further notices, and until the person's last mail is long enough ago.
  @Override
  public Mono<Void> add(UUID dealershipId, Recipient recipient, Notice notice) {
    return database
        .sql(
            """
            insert into notice (id, dealership_id, user_id, kind, title, body, path, in_app,
                                created_at, mail_at)
            values (:id, :dealership, :user, :kind, :title, :body, :path, :in_app, :at,
                    case when :mail then
                      greatest(:at + make_interval(secs => :delay),
                               (select mailed_at + make_interval(secs => :pause)
                                  from notice_mail where user_id = :user)) end)
            """)
        .bind("id", notice.id())
        .bind("dealership", dealershipId)
        .bind("user", recipient.userId())
        .bind("kind", notice.kind().name())
        .bind("title", notice.title())
        .bind("body", notice.text())
        .bind("path", notice.path())
        .bind("in_app", recipient.inApp())
        .bind("at", notice.createdAt())
        .bind("mail", recipient.mail())
        .bind("delay", (double) properties.mailDelay().toSeconds())
        .bind("pause", (double) properties.mailPause().toSeconds())
        .then();
  }

  @Override
  public Flux<Notice> list(UUID userId, boolean unreadOnly, @Nullable UUID before, int limit) {
    return database
        .sql(
            "select "
                + COLUMNS
                + " from notice where user_id = :user and in_app"
                + (unreadOnly ? " and read_at is null" : "")
                + (before == null ? "" : " and id < :before")
                + " order by id desc limit :limit")
        .bind("user", userId)
        .bind("limit", limit)
        .bindValues(before == null ? java.util.Map.of() : java.util.Map.of("before", before))
        .map(row -> notice(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Long> countUnread(UUID userId) {
    return database
        .sql(
            "select count(*) as unread from notice"
                + " where user_id = :user and in_app and read_at is null")
        .bind("user", userId)
        .map(row -> new Columns(row).big("unread"))
        .one();
  }

  @Override
  public Mono<Notice> read(UUID userId, UUID id, Instant at) {
    return database
        .sql(
            "update notice set read_at = coalesce(read_at, :at)"
                + " where id = :id and user_id = :user and in_app returning "
                + COLUMNS)
        .bind("id", id)
        .bind("user", userId)
        .bind("at", at)
        .map(row -> notice(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> readAll(UUID userId, Instant until, Instant at) {
    return database
        .sql(
            "update notice set read_at = :at where user_id = :user and in_app and read_at is null"
                + " and created_at <= :until")
        .bind("user", userId)
        .bind("until", until)
        .bind("at", at)
        .then();
  }

  private static Notice notice(Columns row) {
    return new Notice(
        row.uuid("id"),
        NoticeKind.valueOf(row.text("kind")),
        row.text("title"),
        row.text("body"),
        row.text("path"),
        row.instant("created_at"),
        row.findInstant("read_at"));
  }
}
