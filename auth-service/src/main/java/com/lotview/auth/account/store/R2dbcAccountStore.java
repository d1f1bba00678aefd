package com.lotview.auth.account.store;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Dealership;
import com.lotview.auth.account.DealershipTexts;
import com.lotview.auth.account.EmailTakenException;
import com.lotview.auth.account.NewDealership;
import com.lotview.auth.account.NewUser;
import com.lotview.contracts.Role;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link AccountStore} on PostgreSQL. */
@Component
class R2dbcAccountStore implements AccountStore {
  private static final String ACCOUNT =
      """
      select u.id as user_id, u.email, u.password_hash, u.first_name, u.last_name, u.role,
             u.active and d.active as active,
             d.id, d.name, d.slug, d.city, d.state, d.zip, d.phone, d.timezone,
             d.text_language, d.text_opening, d.text_closing, d.text_disclaimer, d.text_template
      from app_user u join dealership d on d.id = u.dealership_id
      """;

  private final DatabaseClient database;

  R2dbcAccountStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Account> findByEmail(String email) {
    return database
        .sql(ACCOUNT + "where u.email = :email")
        .bind("email", email)
        .map(R2dbcAccountStore::account)
        .one();
  }

  @Override
  public Mono<Account> find(UUID userId) {
    return database
        .sql(ACCOUNT + "where u.id = :id")
        .bind("id", userId)
        .map(R2dbcAccountStore::account)
        .one();
  }

  @Override
  public Mono<Dealership> findDealership(UUID id) {
    return database
        .sql(
            """
            select id, name, slug, city, state, zip, phone, timezone,
                   text_language, text_opening, text_closing, text_disclaimer, text_template
            from dealership where id = :id
            """)
        .bind("id", id)
        .map(R2dbcAccountStore::dealership)
        .one();
  }

  @Override
  public Mono<Void> changeTexts(UUID id, DealershipTexts texts) {
    return database
        .sql(
            """
            update dealership
               set text_language = :language, text_opening = :opening, text_closing = :closing,
                   text_disclaimer = :disclaimer, text_template = :template,
                   updated_at = clock_timestamp()
             where id = :id
            """)
        .bind("id", id)
        .bind("language", text(texts.language()))
        .bind("opening", text(texts.opening()))
        .bind("closing", text(texts.closing()))
        .bind("disclaimer", text(texts.disclaimer()))
        .bind("template", text(texts.template()))
        .then();
  }

  @Override
  public Mono<Boolean> anyDealership() {
    return database
        .sql("select exists (select from dealership) as found")
        .map(row -> required(row, "found", Boolean.class))
        .one();
  }

  @Override
  public Mono<Boolean> slugTaken(String slug) {
    return database
        .sql("select exists (select from dealership where slug = :slug) as found")
        .bind("slug", slug)
        .map(row -> required(row, "found", Boolean.class))
        .one();
  }

  @Override
  public Mono<Void> insert(UUID id, String slug, NewDealership dealership) {
    return database
        .sql(
            """
            insert into dealership (id, slug, name, city, state, zip, phone, timezone)
            values (:id, :slug, :name, :city, :state, :zip, :phone, :timezone)
            """)
        .bind("id", id)
        .bind("slug", slug)
        .bind("name", dealership.name())
        .bind("city", text(dealership.city()))
        .bind("state", text(dealership.state()))
        .bind("zip", text(dealership.zip()))
        .bind("phone", text(dealership.phone()))
        .bind("timezone", dealership.timezone())
        .then();
  }

  @Override
  public Mono<Void> insert(UUID dealershipId, UUID userId, NewUser user, String passwordHash) {
    return database
        .sql(
            """
            insert into app_user
              (id, dealership_id, email, password_hash, first_name, last_name, role)
            values (:id, :dealership, :email, :hash, :first, :last, :role)
            """)
        .bind("id", userId)
        .bind("dealership", dealershipId)
        .bind("email", user.email().toLowerCase(Locale.ROOT))
        .bind("hash", passwordHash)
        .bind("first", user.firstName())
        .bind("last", user.lastName())
        .bind("role", user.role().name())
        .then()
        .onErrorMap(DuplicateKeyException.class, EmailTakenException::new);
  }

  @Override
  public Mono<Void> noteLogin(UUID userId, Instant at) {
    return database
        .sql("update app_user set last_login_at = :at where id = :id")
        .bind("at", at)
        .bind("id", userId)
        .then();
  }

  private static Account account(Readable row) {
    return new Account(
        required(row, "user_id", UUID.class),
        required(row, "email", String.class),
        required(row, "password_hash", String.class),
        required(row, "first_name", String.class),
        required(row, "last_name", String.class),
        Role.valueOf(required(row, "role", String.class)),
        required(row, "active", Boolean.class),
        dealership(row));
  }

  private static Dealership dealership(Readable row) {
    return new Dealership(
        required(row, "id", UUID.class),
        required(row, "name", String.class),
        required(row, "slug", String.class),
        row.get("city", String.class),
        row.get("state", String.class),
        row.get("zip", String.class),
        row.get("phone", String.class),
        required(row, "timezone", String.class),
        new DealershipTexts(
            row.get("text_language", String.class),
            row.get("text_opening", String.class),
            row.get("text_closing", String.class),
            row.get("text_disclaimer", String.class),
            row.get("text_template", String.class)));
  }

  private static <T> T required(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }

  private static Parameter text(@Nullable String value) {
    return value == null ? Parameters.in(String.class) : Parameters.in(value);
  }
}
