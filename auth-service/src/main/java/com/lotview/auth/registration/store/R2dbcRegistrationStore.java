package com.lotview.auth.registration.store;

import com.lotview.auth.account.NewDealership;
import com.lotview.auth.registration.Applicant;
import com.lotview.auth.registration.RegistrationStore;
import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.kit.id.Ids;
import com.lotview.kit.rows.Columns;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The {@link RegistrationStore} on PostgreSQL. */
@Component
class R2dbcRegistrationStore implements RegistrationStore {
  private final DatabaseClient database;

  R2dbcRegistrationStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> add(NewRegistration registration, byte[] token, byte[] origin) {
    Applicant applicant = registration.applicant();
    NewDealership dealership = applicant.dealership();
    return database
        .sql(
            """
            insert into registration
              (id, dealership_id, email, first_name, last_name, dealership, city, state, zip, phone,
               timezone, country, currency, distance_unit, token_hash, origin_hash, created_at, expires_at)
            values (:id, :dealershipId, :email, :first, :last, :dealership, :city, :state, :zip,
                    :phone, :timezone, :country, :currency, :unit, :token, :origin, :at, :expires)
            """)
        .bind("id", Ids.next())
        .bind("dealershipId", registration.dealershipId())
        .bind("email", applicant.email())
        .bind("first", applicant.firstName())
        .bind("last", applicant.lastName())
        .bind("dealership", dealership.name())
        .bind("city", Columns.orNull(dealership.city(), String.class))
        .bind("state", Columns.orNull(dealership.state(), String.class))
        .bind("zip", Columns.orNull(dealership.zip(), String.class))
        .bind("phone", Columns.orNull(dealership.phone(), String.class))
        .bind("timezone", dealership.timezone())
        .bind("country", dealership.market().country())
        .bind("currency", dealership.market().currency())
        .bind("unit", dealership.market().distanceUnit().name())
        .bind("token", token)
        .bind("origin", origin)
        .bind("at", registration.at())
        .bind("expires", registration.expiresAt())
        .then();
  }

  @Override
  public Mono<Long> countOfEmail(String email, Instant since) {
    return database
        .sql(
            "select count(*) as sent from registration"
                + " where email = :email and created_at > :since")
        .bind("email", email)
        .bind("since", since)
        .map(row -> new Columns(row).big("sent"))
        .one();
  }

  @Override
  public Mono<Long> countOfOrigin(byte[] origin, Instant since) {
    return database
        .sql(
            "select count(*) as sent from registration"
                + " where origin_hash = :origin and created_at > :since")
        .bind("origin", origin)
        .bind("since", since)
        .map(row -> new Columns(row).big("sent"))
        .one();
  }

  @Override
  public Mono<Void> forget(Instant before) {
    return database
        .sql("delete from registration where created_at < :before")
        .bind("before", before)
        .then();
  }

  @Override
  public Mono<Found> find(byte[] hash, Instant now) {
    return database
        .sql("select * from registration where token_hash = :hash and expires_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .map(row -> found(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Boolean> use(byte[] hash, Instant now) {
    return database
        .sql("delete from registration where token_hash = :hash and expires_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  private static Found found(Columns row) {
    NewDealership dealership =
        new NewDealership(
            row.text("dealership"),
            row.findText("city"),
            row.findText("state"),
            row.findText("zip"),
            row.findText("phone"),
            row.text("timezone"),
            new Market(
                row.text("country"),
                row.text("currency"),
                DistanceUnit.valueOf(row.text("distance_unit"))));
    return new Found(
        row.uuid("dealership_id"),
        new Applicant(
            row.text("email"), row.text("first_name"), row.text("last_name"), dealership));
  }
}
