package com.lotview.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void readsWhatPeopleWrite() {
    DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", "postgresql://me:p%40ss@db:5433/lot");

    assertThat(url).isEqualTo(new DatabaseUrl("me", "p@ss", "db", 5433, "lot", "", ""));
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db:5433/lot");
    assertThat(url.toString()).doesNotContain("p@ss");
  }

  @Test
  void jdbcGetsTheParametersForTls() {
    DatabaseUrl url =
        DatabaseUrl.parse(
            "DATABASE_URL",
            "postgresql://me@db/lot?sslmode=verify-full&sslrootcert=/etc/our%20own/ca.pem");

    assertThat(url.jdbc())
        .isEqualTo(
            "jdbc:postgresql://db:5432/lot"
                + "?sslmode=verify-full&sslrootcert=%2Fetc%2Four+own%2Fca.pem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssl=true",
        "sslmode=verify_full",
        "sslmode",
        "sslmode=",
        "sslrootcert=/ca.pem",
        ""
      })
  void aParameterThatItDoesNotKnowIsRefused(String query) {
    assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", "postgresql://me@db/lot?" + query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DATABASE_URL may end with ?sslmode=");
  }

  @Test
  void namesTheSettingThatIsWrong() {
    assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", "mysql://me@db/lot"))
        .hasMessageContaining("DATABASE_URL must look like");
  }
}
