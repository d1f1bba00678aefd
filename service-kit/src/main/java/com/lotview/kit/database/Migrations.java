package com.lotview.kit.database;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the service's schema up to date before anything uses it: the kit's tables first, then the
 * service's own from {@code db/<schema>}. Runs over JDBC as the owner of the schema.
 */
public final class Migrations implements InitializingBean {
  private final DatabaseProperties properties;

  public Migrations(DatabaseProperties properties) {
    this.properties = properties;
  }

  @Override
  public void afterPropertiesSet() {
    DatabaseUrl owner = DatabaseUrl.parse("DATABASE_MIGRATION_URL", properties.migrationUrl());
    Flyway.configure()
        .dataSource(owner.jdbc(), owner.user(), owner.password())
        .schemas(properties.schema())
        .defaultSchema(properties.schema())
        .createSchemas(false)
        .locations("classpath:db/kit", "classpath:db/" + properties.schema())
        .placeholders(java.util.Map.of("schema", properties.schema()))
        .connectRetries(10)
        .load()
        .migrate();
  }
}
