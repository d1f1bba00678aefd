package com.lotview.auth.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.Retention;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is old is deleted, what is not stays, of all dealerships together. */
class RetentionIT extends ServiceUnderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Autowired List<Kept> kept;
  @Autowired DatabaseClient database;
  @Autowired TenantTransactions transactions;

  @Test
  void eachKindEndsAtItsAge() {
    UUID mark = UUID.randomUUID();
    UUID user = UUID.fromString(get(gm, "/v1/auth/me", 200).get("id").asString());
    audit(mark, "731 days");
    audit(mark, "729 days");
    mail(mark, "now() - interval '8 days'", "null");
    mail(mark, "now() - interval '6 days'", "null");
    // It is not given up: its next try is far away, so that no poll takes it.
    mail(mark, "now() - interval '8 days'", "now() + interval '9 years'");
    link(mark, user, "9 days");
    link(mark, user, "7 days");
    source(mark, "91 days");
    source(mark, "89 days");
    event(mark, "31 days");
    event(mark, "29 days");

    new Retention(kept, Clock.fixed(Instant.now(), ZoneOffset.UTC)).sweep().block(DEADLINE);

    assertThat(count("audit_event where action = '" + mark + "'")).isEqualTo(1);
    assertThat(count("mail where subject = '" + mark + "'")).isEqualTo(2);
    assertThat(count("one_time_link where token_hash in " + hashes(mark))).isEqualTo(1);
    assertThat(count("known_source where email_hash = '" + mark + "'::bytea")).isEqualTo(1);
    assertThat(count("inbox where consumer = '" + mark + "'")).isEqualTo(1);
  }

  @Test
  void sessionsOfPeopleWhoDoNotComeBackEnd() {
    String session =
        "refresh_token t join app_user u on u.id = t.user_id where u.email = '" + gmEmail + "'";
    assertThat(count(session)).isEqualTo(1);

    Instant later = clock.instant().plus(Duration.ofDays(8));
    new Retention(kept, Clock.fixed(later, ZoneOffset.UTC)).sweep().block(DEADLINE);

    assertThat(count(session)).isZero();
  }

  @Test
  void theDatabaseKeepsYoungAuditEntriesWhateverTheServiceDoes() {
    UUID mark = UUID.randomUUID();
    audit(mark, "89 days");
    audit(mark, "91 days");

    Long deleted =
        transactions
            .inSystem(
                database
                    .sql("delete from audit_event where action = :mark")
                    .bind("mark", mark.toString())
                    .fetch()
                    .rowsUpdated())
            .block(DEADLINE);

    assertThat(deleted).isEqualTo(1);
    assertThat(count("audit_event where action = '" + mark + "'")).isEqualTo(1);
    for (String change :
        List.of("delete from audit_event", "update audit_event set action = 'x'")) {
      assertThatThrownBy(
              () -> transactions.inTenant(dealership, database.sql(change).then()).block(DEADLINE))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aShorterAgeThanTheDatabasePermitsIsRefused() {
    assertThatThrownBy(() -> new RetentionProperties(Duration.ofDays(89), Duration.ofDays(7)))
        .hasMessageContaining("lotview.retention.audit");
    assertThatThrownBy(() -> new RetentionProperties(Duration.ofDays(90), Duration.ofHours(23)))
        .hasMessageContaining("lotview.retention.unsent-mails");
  }

  private void audit(UUID mark, String age) {
    execute(
        """
        insert into audit_event (id, dealership_id, action, subject, at)
        values (gen_random_uuid(), '%s', '%s', 'x', now() - interval '%s')
        """
            .formatted(dealership, mark, age));
  }

  private void mail(UUID mark, String created, String next) {
    execute(
        """
        insert into mail (id, dealership_id, recipient, subject, body, created_at, next_try_at)
        values (gen_random_uuid(), '%s', 'x@y.example', '%s', 'x', %s, %s)
        """
            .formatted(dealership, mark, created, next));
  }

  private void link(UUID mark, UUID user, String age) {
    execute(
        """
        insert into one_time_link
          (id, dealership_id, user_id, purpose, token_hash, created_at, expires_at)
        values (gen_random_uuid(), '%s', '%s', 'PASSWORD_RESET', '%s'::bytea,
                now() - interval '%s', now())
        """
            .formatted(dealership, user, mark + " " + age, age));
  }

  private static String hashes(UUID mark) {
    return "('" + mark + " 9 days'::bytea, '" + mark + " 7 days'::bytea)";
  }

  private static void source(UUID mark, String age) {
    execute(
        """
        insert into known_source values ('%s'::bytea, '%s'::bytea, now() - interval '%s')
        """
            .formatted(mark, age, age));
  }

  private static void event(UUID mark, String age) {
    execute(
        """
        insert into inbox values ('%s', gen_random_uuid(), now() - interval '%s')
        """
            .formatted(mark, age));
  }

  private static void execute(String sql) {
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = auth");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(String rows) {
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = auth");
      try (ResultSet result = statement.executeQuery("select count(*) from " + rows)) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
