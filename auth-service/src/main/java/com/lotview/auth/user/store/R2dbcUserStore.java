package com.lotview.auth.user.store;

import com.lotview.auth.account.EmailTakenException;
import com.lotview.auth.user.PersonName;
import com.lotview.auth.user.User;
import com.lotview.auth.user.UserQuery;
import com.lotview.auth.user.UserState;
import com.lotview.auth.user.UserStore;
import com.lotview.contracts.Role;
import com.lotview.kit.rows.Columns;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The {@link UserStore} on PostgreSQL. */
@Component
class R2dbcUserStore implements UserStore {
  private static final String USERS =
      """
      from (select id, coalesce(email, '') as email, first_name, last_name, role, last_login_at,
                   created_at, updated_at, erased_at,
                   case when not active then 'DEACTIVATED'
                        when password_hash is null then 'INVITED'
                        else 'ACTIVE' end as state
            from app_user) u
      """;
  private static final String MEANT =
      """
      where (:states = '' or state = any(string_to_array(:states, ',')))
        and (:role = '' or role = :role)
        and (:search = '' or strpos(lower(first_name || ' ' || last_name || ' ' || email),
                                    :search) > 0)
      """;

  private final DatabaseClient database;

  R2dbcUserStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<User> list(UserQuery query) {
    return meant(
            "select * "
                + USERS
                + MEANT
                + " order by lower(last_name), lower(first_name), id limit :limit offset :offset",
            query)
        .bind("limit", query.limit())
        .bind("offset", (long) (query.page() - 1) * query.limit())
        .map(row -> user(new Columns(row)))
        .all();
  }

  @Override
  public Mono<Long> count(UserQuery query) {
    return meant("select count(*) as users " + USERS + MEANT, query)
        .map(row -> new Columns(row).big("users"))
        .one();
  }

  @Override
  public Mono<User> find(UUID id) {
    return database
        .sql("select * " + USERS + "where id = :id")
        .bind("id", id)
        .map(row -> user(new Columns(row)))
        .one();
  }

  @Override
  public Flux<PersonName> names() {
    return database
        .sql(
            """
            select id, trim(first_name || ' ' || last_name) as name from app_user
            union all select id, name from api_key
            """)
        .map(row -> {
          Columns columns = new Columns(row);
          return new PersonName(columns.uuid("id"), columns.text("name"));
        })
        .all();
  }

  @Override
  public Mono<Void> lock(UUID dealershipId) {
    return database
        .sql("select id from dealership where id = :id for update")
        .bind("id", dealershipId)
        .then();
  }

  @Override
  public Mono<Long> countActive(Role role) {
    return database
        .sql("select count(*) as users " + USERS + "where state = 'ACTIVE' and role = :role")
        .bind("role", role.name())
        .map(row -> new Columns(row).big("users"))
        .one();
  }

  @Override
  public Mono<Void> add(UUID dealershipId, User user) {
    return database
        .sql(
            """
            insert into app_user
              (id, dealership_id, email, first_name, last_name, role, created_at, updated_at)
            values (:id, :dealership, :email, :first, :last, :role, :at, :at)
            """)
        .bind("id", user.id())
        .bind("dealership", dealershipId)
        .bind("email", user.email())
        .bind("first", user.firstName())
        .bind("last", user.lastName())
        .bind("role", user.role().name())
        .bind("at", user.createdAt())
        .then()
        .onErrorMap(DuplicateKeyException.class, EmailTakenException::new);
  }

  @Override
  public Mono<Void> change(User user) {
    return database
        .sql(
            """
            update app_user
               set first_name = :first, last_name = :last, role = :role, active = :active,
                   updated_at = clock_timestamp()
             where id = :id
            """)
        .bind("id", user.id())
        .bind("first", user.firstName())
        .bind("last", user.lastName())
        .bind("role", user.role().name())
        .bind("active", user.state() != UserState.DEACTIVATED)
        .then();
  }

  @Override
  public Mono<Void> changePassword(UUID id, String hash) {
    return database
        .sql(
            "update app_user set password_hash = :hash, updated_at = clock_timestamp()"
                + " where id = :id")
        .bind("hash", hash)
        .bind("id", id)
        .then();
  }

  private GenericExecuteSpec meant(String sql, UserQuery query) {
    Role role = query.role();
    String search = query.search();
    return database
        .sql(sql)
        .bind("states", String.join(",", query.states().stream().map(UserState::name).toList()))
        .bind("role", role == null ? "" : role.name())
        .bind("search", search == null ? "" : search.strip().toLowerCase(java.util.Locale.ROOT));
  }

  private static User user(Columns row) {
    return new User(
        row.uuid("id"),
        row.text("email"),
        row.text("first_name"),
        row.text("last_name"),
        Role.valueOf(row.text("role")),
        UserState.valueOf(row.text("state")),
        row.findInstant("last_login_at"),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.findInstant("erased_at"));
  }
}
