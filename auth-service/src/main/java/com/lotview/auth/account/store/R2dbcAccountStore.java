package com.lotview.auth.account.store;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Dealership;
import com.lotview.auth.account.DealershipChange;
import com.lotview.auth.account.DealershipTexts;
import com.lotview.auth.account.EmailTakenException;
import com.lotview.auth.account.NewDealership;
import com.lotview.auth.account.NewUser;
import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.contracts.Role;
import com.lotview.kit.rows.Columns;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.Locale;
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
      select u.id as user_id, coalesce(u.email, '') as email, u.password_hash, u.first_name, u.last_name, u.role,
             u.active and d.active as active, u.access_version,
             exists (select from two_factor f
                      where f.user_id = u.id and f.confirmed_at is not null) as two_factor,
             d.two_factor_required,
             d.id, d.name, d.slug, d.address, d.city, d.state, d.zip, d.phone, d.website, d.timezone,
             d.country, d.currency, d.distance_unit,
             d.text_language, d.text_opening, d.text_closing, d.text_disclaimer, d.text_template,
             d.approval_required, d.updated_at
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
        .map(row -> account(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Account> find(UUID userId) {
    return database
        .sql(ACCOUNT + "where u.id = :id")
        .bind("id", userId)
        .map(row -> account(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Dealership> findDealership(UUID id) {
    return dealership(id, "");
  }

  @Override
  public Mono<Dealership> findDealershipLocked(UUID id) {
    return dealership(id, " for no key update");
  }

  private Mono<Dealership> dealership(UUID id, String lock) {
    return database
        .sql(
            """
            select id, name, slug, address, city, state, zip, phone, website, timezone,
                   country, currency, distance_unit, two_factor_required,
                   text_language, text_opening, text_closing, text_disclaimer, text_template,
                   approval_required, updated_at
            from dealership where id = :id\
            """
                + lock)
        .bind("id", id)
        .map(row -> dealership(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> change(UUID id, DealershipChange change, Market market) {
    return database
        .sql(
            """
            update dealership
               set name = coalesce(:name, name),
                   address = nullif(coalesce(:address, address), ''),
                   city = nullif(coalesce(:city, city), ''),
                   state = nullif(coalesce(:state, state), ''),
                   zip = nullif(coalesce(:zip, zip), ''),
                   phone = nullif(coalesce(:phone, phone), ''),
                   website = nullif(coalesce(:website, website), ''),
                   timezone = coalesce(:timezone, timezone),
                   country = :country, currency = :currency, distance_unit = :unit,
                   approval_required = coalesce(:approval, approval_required),
                   updated_at = clock_timestamp()
             where id = :id
            """)
        .bind("id", id)
        .bind("name", text(change.name()))
        .bind("address", text(change.address()))
        .bind("city", text(change.city()))
        .bind("state", text(change.state()))
        .bind("zip", text(change.zip()))
        .bind("phone", text(change.phone()))
        .bind("website", text(change.website()))
        .bind("timezone", text(change.timezone()))
        .bind("country", market.country())
        .bind("currency", market.currency())
        .bind("unit", market.distanceUnit().name())
        .bind("approval", Columns.orNull(change.approvalRequired(), Boolean.class))
        .then();
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
        .map(row -> new Columns(row).flag("found"))
        .one();
  }

  @Override
  public Mono<Boolean> slugTaken(String slug) {
    return database
        .sql("select exists (select from dealership where slug = :slug) as found")
        .bind("slug", slug)
        .map(row -> new Columns(row).flag("found"))
        .one();
  }

  @Override
  public Mono<Void> insert(UUID id, String slug, NewDealership dealership) {
    return database
        .sql(
            """
            insert into dealership
              (id, slug, name, city, state, zip, phone, timezone, country, currency, distance_unit)
            values (:id, :slug, :name, :city, :state, :zip, :phone, :timezone, :country, :currency,
                    :unit)
            """)
        .bind("id", id)
        .bind("slug", slug)
        .bind("name", dealership.name())
        .bind("city", text(dealership.city()))
        .bind("state", text(dealership.state()))
        .bind("zip", text(dealership.zip()))
        .bind("phone", text(dealership.phone()))
        .bind("timezone", dealership.timezone())
        .bind("country", dealership.market().country())
        .bind("currency", dealership.market().currency())
        .bind("unit", dealership.market().distanceUnit().name())
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

  private static Account account(Columns row) {
    return new Account(
        row.uuid("user_id"),
        row.text("email"),
        row.findText("password_hash"),
        row.text("first_name"),
        row.text("last_name"),
        Role.valueOf(row.text("role")),
        row.flag("active"),
        row.flag("two_factor"),
        row.number("access_version"),
        dealership(row));
  }

  private static Dealership dealership(Columns row) {
    return new Dealership(
        row.uuid("id"),
        row.text("name"),
        row.text("slug"),
        row.findText("address"),
        row.findText("city"),
        row.findText("state"),
        row.findText("zip"),
        row.findText("phone"),
        row.findText("website"),
        row.text("timezone"),
        row.text("country"),
        row.text("currency"),
        DistanceUnit.valueOf(row.text("distance_unit")),
        row.flag("two_factor_required"),
        new DealershipTexts(
            row.findText("text_language"),
            row.findText("text_opening"),
            row.findText("text_closing"),
            row.findText("text_disclaimer"),
            row.findText("text_template")),
        row.flag("approval_required"),
        row.instant("updated_at"));
  }

  private static Parameter text(@Nullable String value) {
    return value == null ? Parameters.in(String.class) : Parameters.in(value);
  }
}
