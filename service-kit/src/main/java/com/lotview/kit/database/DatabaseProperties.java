package com.lotview.kit.database;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The service's database.
 *
 * @param url address with the login role of the service, which row-level security binds
 * @param migrationUrl address with the role that owns the schema; used at start only. Empty:
 *     another program migrates, see {@link MigrateSchema}
 * @param schema the service's own schema; also the prefix of its roles
 * @param poolSize connections at most
 */
@Validated
@ConfigurationProperties("lotview.database")
public record DatabaseProperties(
    @NotBlank String url,
    @DefaultValue("") String migrationUrl,
    @NotBlank String schema,
    @Positive @DefaultValue("10") int poolSize) {

  @Override
  public String toString() {
    return "DatabaseProperties[schema=" + schema + ", poolSize=" + poolSize + "]";
  }
}
