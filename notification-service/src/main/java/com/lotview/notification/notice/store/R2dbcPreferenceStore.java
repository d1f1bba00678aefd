package com.lotview.notification.notice.store;

import com.lotview.kit.rows.Columns;
import com.lotview.notification.notice.NoticeKind;
import com.lotview.notification.notice.NoticePreference;
import com.lotview.notification.notice.PreferenceStore;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link PreferenceStore} on PostgreSQL. */
@Component
final class R2dbcPreferenceStore implements PreferenceStore {
  private final DatabaseClient database;

  R2dbcPreferenceStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<NoticePreference> of(UUID userId) {
    return database
        .sql("select kind, in_app, mail from notice_preference where user_id = :user")
        .bind("user", userId)
        .map(row -> {
          Columns columns = new Columns(row);
          return new NoticePreference(
              NoticeKind.valueOf(columns.text("kind")),
              columns.flag("in_app"),
              columns.flag("mail"));
        })
        .all();
  }

  @Override
  public Mono<Void> replace(UUID dealershipId, UUID userId, List<NoticePreference> chosen) {
    return database
        .sql("delete from notice_preference where user_id = :user")
        .bind("user", userId)
        .then()
        .then(insert(dealershipId, userId, chosen));
  }

  private Mono<Void> insert(UUID dealershipId, UUID userId, List<NoticePreference> chosen) {
    return database
        .sql(
            """
            insert into notice_preference (dealership_id, user_id, kind, in_app, mail)
            select :dealership, :user, kind, in_app, mail
              from unnest(:kinds::text[], :apps::boolean[], :mails::boolean[]) c(kind, in_app, mail)
            on conflict (dealership_id, user_id, kind)
            do update set in_app = excluded.in_app, mail = excluded.mail
            """)
        .bind("dealership", dealershipId)
        .bind("user", userId)
        .bind("kinds", chosen.stream().map(one -> one.kind().name()).toArray(String[]::new))
        .bind("apps", chosen.stream().map(NoticePreference::inApp).toArray(Boolean[]::new))
        .bind("mails", chosen.stream().map(NoticePreference::mail).toArray(Boolean[]::new))
        .then();
  }
}
