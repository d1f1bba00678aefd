package com.lotview.standalone.doctor;

import com.lotview.standalone.server.OwnCertificate;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Faults of PostgreSQL and of what is on it. */
final class DatabaseFaults {
  private DatabaseFaults() {}

  static List<PlantedFault> all() {
    List<PlantedFault> all = new ArrayList<>(logins());
    all.addAll(servers());
    all.addAll(tables());
    return all;
  }

  private static List<PlantedFault> logins() {
    return List.of(
        PlantedFault.ofVariable(
            "PostgreSQL is down",
            "cannot be reached",
            "correct its address",
            "DATABASE_ADDRESS",
            "127.0.0.1:" + PlantedSystem.freePort() + "/postgres"),
        PlantedFault.ofVariable(
            "a password that is not the role's",
            "refuses the password of posting_app",
            "provision.sql",
            "POSTING_APP_PASSWORD",
            "wrong"),
        PlantedFault.of(
            "a database that is not there",
            "has no database lotview",
            "make the database",
            (system, variables) -> {
              variables.put("DATABASE_ADDRESS", "127.0.0.1:" + system.postgresPort + "/lotview");
              return () -> {};
            }),
        PlantedFault.of(
            "a certificate of a stranger",
            "do not agree on TLS",
            "sslrootcert",
            (system, variables) -> {
              OwnCertificate stranger = OwnCertificate.make(system.folder, "stranger", 100);
              variables.put(
                  "DATABASE_ADDRESS",
                  "127.0.0.1:%d/postgres?sslmode=verify-full&sslrootcert=%s"
                      .formatted(system.postgresPort, stranger.certificate()));
              return () -> {};
            }),
        PlantedFault.ofSql(
            "a login that bypasses row-level security",
            "listing_app is above row-level security",
            "nobypassrls",
            "alter role listing_app bypassrls",
            "alter role listing_app nobypassrls"),
        PlantedFault.ofSql(
            "a login that is superuser",
            "auth_app is above row-level security",
            "nosuperuser",
            "alter role auth_app superuser",
            "alter role auth_app nosuperuser"));
  }

  private static List<PlantedFault> servers() {
    return List.of(
        pooler("a pooler that drops settings", "drops settings of a session", false),
        pooler("a pooler that refuses settings", "refuses settings of a session", true),
        new PlantedFault(
            "a clock that goes wrong",
            "seconds behind that of this machine",
            "chrony",
            (system, variables) -> () -> {},
            Clock.offset(Clock.systemUTC(), Duration.ofSeconds(60))),
        PlantedFault.of(
            "connections nearly used up",
            "connections of PostgreSQL",
            "raise max_connections",
            DatabaseFaults::useUp),
        PlantedFault.of(
            "a certificate that ends soon",
            "ends in 4 days",
            "renew it",
            (system, variables) -> {
              OwnCertificate old = OwnCertificate.make(system.folder, "old", 5);
              use(system, old);
              return () -> use(system, system.certificate);
            }));
  }

  private static PlantedFault pooler(String name, String what, boolean refuses) {
    return PlantedFault.of(
        name,
        what,
        "a pooler in transaction mode",
        (system, variables) -> {
          StandInPooler pooler = new StandInPooler(system.postgresPort, refuses);
          variables.put("DATABASE_ADDRESS", "127.0.0.1:" + pooler.port() + "/postgres");
          return pooler;
        });
  }

  // 200 connections less those that only superusers get.
  private static AutoCloseable useUp(PlantedSystem system, Map<String, String> variables)
      throws Exception {
    List<Connection> open = new ArrayList<>();
    for (int i = 0; i < 170; i++) {
      open.add(system.superuser());
    }
    return () -> {
      for (Connection connection : open) {
        connection.close();
      }
    };
  }

  private static void use(PlantedSystem system, OwnCertificate certificate) throws Exception {
    system.sql("alter system set ssl_cert_file = '" + certificate.certificate() + "'");
    system.sql("alter system set ssl_key_file = '" + certificate.key() + "'");
    system.sql("select pg_reload_conf()");
    // Sessions of before it has read them still show the old one.
    Thread.sleep(Duration.ofMillis(500));
  }

  private static List<PlantedFault> tables() {
    return List.of(
        PlantedFault.ofSql(
            "a migration that has not run",
            "schema fleet is older than this program: these migrations have not run: 11",
            "MigrateSchema fleet",
            "update fleet.flyway_schema_history set success = false where version = '11'",
            "update fleet.flyway_schema_history set success = true where version = '11'"),
        PlantedFault.of(
            "a schema that was never migrated",
            "schema gateway is older than this program: no migration has run",
            "DATABASE_MIGRATION_URL",
            (system, variables) -> {
              system.postgres.provision("gateway", PlantedSystem.SECRET);
              variables.put("GATEWAY_APP_PASSWORD", PlantedSystem.SECRET);
              return () -> {};
            }),
        PlantedFault.ofSql(
            "an outbox that stands",
            "the outbox of posting stands: its oldest event is 6",
            "outbox-stands.md",
            """
            insert into posting.outbox (id, topic, key, type, payload, created_at)
            values (gen_random_uuid(), 'posting.requested', 'k', 't', '{}', now() - interval '10 min')
            """,
            "delete from posting.outbox"),
        PlantedFault.ofSql(
            "no worker",
            "no worker has reported",
            "./lotview worker",
            "delete from posting.fleet_worker",
            "select 1"),
        PlantedFault.ofSql(
            "accounts that wait beside idle workers",
            "1 accounts have waited",
            "jobs-wait-beside-free-browsers.md",
            """
            insert into fleet.account_lease (dealership_id, account_id, holder, fence, until, turn, due)
            values (gen_random_uuid(), gen_random_uuid(), '', 0, '-infinity', 1,
              now() - interval '5 min')
            """,
            "delete from fleet.account_lease"));
  }
}
