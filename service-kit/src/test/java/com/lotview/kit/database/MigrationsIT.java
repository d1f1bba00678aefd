package com.lotview.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.lotview.testkit.TestServers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service without the owner's password, before and after its schema is migrated. */
@Tag("servers")
class MigrationsIT {
  private static final String SCHEMA = "kitlate";

  @Test
  void aServiceWithoutTheOwnersPassword_waitsForItsSchema_andChangesNothing() {
    Map<String, String> env = TestServers.environment(SCHEMA);
    String url = String.valueOf(env.get("DATABASE_URL"));
    assertThat(Migrations.missing(url, SCHEMA)).isNotEmpty();
    assertThat(Migrations.missing(url, SCHEMA)).as("the look changes nothing").isNotEmpty();

    Migrations.migrate(String.valueOf(env.get("DATABASE_MIGRATION_URL")), SCHEMA);

    assertThat(Migrations.missing(url, SCHEMA)).isEmpty();
    assertThatCode(new Migrations(new DatabaseProperties(url, "", SCHEMA, 1))::afterPropertiesSet)
        .doesNotThrowAnyException();
  }
}
