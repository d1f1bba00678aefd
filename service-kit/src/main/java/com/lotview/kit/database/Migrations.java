package com.lotview.kit.database;

import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the service's schema up to date before anything uses it: the kit's tables first, then the
 * service's own from {@code db/<schema>}. Runs over JDBC as the owner of the schema.
 *
 * <p>Without the owner's address the service changes no schema: it waits until {@link
 * MigrateSchema} has brought the schema at least to this program's version, so that a service or a
 * worker need not hold the owner's password. A newer schema is fine, as in a rolling upgrade.
 */
public final class Migrations implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);
  private static final int LOOKS = 60;

  private final DatabaseProperties properties;

  public Migrations(DatabaseProperties properties) {
    this.properties = properties;
  }

  @Override
  public void afterPropertiesSet() {
    if (properties.migrationUrl().isBlank()) {
      awaitMigrated();
    } else {
      migrate(properties.migrationUrl(), properties.schema());
    }
  }

  /** Brings a schema up to date, as its owner. */
  static void migrate(String ownerUrl, String schema) {
    flyway(DatabaseUrl.parse("DATABASE_MIGRATION_URL", ownerUrl), schema).migrate();
  }

  /** What the schema lacks of this program's migrations; empty if nothing. */
  static String missing(String url, String schema) {
    try {
      ValidateResult result =
          flyway(DatabaseUrl.parse("DATABASE_URL", url), schema).validateWithResult();
      return result.validationSuccessful ? "" : result.getAllErrorMessages();
    } catch (FlywayException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void awaitMigrated() {
    String missing = missing(properties.url(), properties.schema());
    for (int look = 1; !missing.isEmpty() && look < LOOKS; look++) {
      if (look == 1) {
        LOG.warn("Waiting for the migration of schema {}: {}", properties.schema(), missing);
      }
      pause();
      missing = missing(properties.url(), properties.schema());
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Schema %s is older than this program. Run its migration first, or set DATABASE_MIGRATION_URL: %s"
              .formatted(properties.schema(), missing));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static Flyway flyway(DatabaseUrl url, String schema) {
    return Flyway.configure()
        .dataSource(url.jdbc(), url.user(), url.password())
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(false)
        .locations("classpath:db/kit", "classpath:db/" + schema)
        .placeholders(Map.of("schema", schema))
        .connectRetries(10)
        .load();
  }
}
