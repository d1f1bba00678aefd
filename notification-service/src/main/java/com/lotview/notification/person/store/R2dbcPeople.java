package com.lotview.notification.person.store;

import com.lotview.notification.person.People;
import com.lotview.notification.person.UserChanged;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcPeople implements People {
  private static final List<String> OF_PERSON =
      List.of(
          "delete from notice where user_id = :user",
          "delete from notice_preference where user_id = :user",
          "delete from notice_mail where user_id = :user",
          "delete from ws_ticket where user_id = :user",
          "update event set data = '{}', data_without = null where user_id = :user");

  private final DatabaseClient database;

  R2dbcPeople(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> put(UserChanged person) {
    return database
        .sql(
            """
            insert into person (dealership_id, user_id, role, active)
            values (:dealership, :user, :role, :active)
            on conflict (dealership_id, user_id)
            do update set role = excluded.role, active = excluded.active
            """)
        .bind("dealership", person.dealershipId())
        .bind("user", person.userId())
        .bind("role", person.role())
        .bind("active", person.active())
        .then();
  }

  @Override
  public Mono<Void> erase(UUID userId) {
    return Flux.fromIterable(OF_PERSON)
        .concatMap(sql -> database.sql(sql).bind("user", userId).then())
        .then();
  }
}
