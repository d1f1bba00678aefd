package com.lotview.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
  @Test
  void readsWhatPeopleWrite() {
    DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", "postgresql://me:p%40ss@db:5433/lot");

    assertThat(url).isEqualTo(new DatabaseUrl("me", "p@ss", "db", 5433, "lot"));
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db:5433/lot");
    assertThat(url.toString()).doesNotContain("p@ss");
  }

  @Test
  void namesTheSettingThatIsWrong() {
    assertThatThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", "mysql://me@db/lot"))
        .hasMessageContaining("DATABASE_URL must look like");
  }
}
