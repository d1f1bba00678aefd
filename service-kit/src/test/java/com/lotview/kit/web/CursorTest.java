package com.lotview.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final UUID ID = UUID.fromString("0199f2c4-7a3e-7000-8000-000000000001");

  @Test
  void whatWasWrittenIsRead() {
    Instant at = Instant.parse("2026-11-21T12:00:00.123456Z");
    String text = Cursor.behind("price", 2499900L, at, null, "Škoda, \"RS\"", ID).text();
    assertThat(text).matches("[A-Za-z0-9_-]+");
    Cursor read = Cursor.read(text, "price", 5);
    assertThat(read.number(0)).isEqualTo(2499900L);
    assertThat(read.instant(1)).isEqualTo(at);
    assertThat(read.find(2)).isNull();
    assertThat(read.value(3)).isEqualTo("Škoda, \"RS\"");
    assertThat(read.uuid(4)).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "abc", "bnVsbA", "WzFd", "eyJhIjoxfQ", "W10", "WyJwcmljZSJd"})
  void whatIsNoCursorIsRefused(String text) {
    refused(() -> Cursor.read(text, "price", 1));
  }

  @Test
  void aCursorThatHidesWhatNoDatabaseHoldsIsRefused() {
    String hidden =
        Base64.getUrlEncoder()
            .encodeToString("[\"price\",\"\\u0000\"]".getBytes(StandardCharsets.UTF_8));
    refused(() -> Cursor.read(hidden, "price", 1));
  }

  @Test
  void aCursorOfAnotherSortIsRefused() {
    String text = Cursor.behind("price", 1, ID).text();
    assertThatThrownBy(() -> Cursor.read(text, "-price", 2)).hasMessageContaining("another sort");
  }

  @Test
  void valuesOfAnotherKindAreRefused() {
    Cursor cursor = Cursor.read(Cursor.behind("price", "dear", null).text(), "price", 2);
    for (Consumer<Cursor> reading :
        java.util.List.<Consumer<Cursor>>of(
            c -> c.number(0), c -> c.instant(0), c -> c.uuid(0), c -> c.value(1))) {
      refused(() -> reading.accept(cursor));
    }
  }

  @Test
  void aMomentThatNoDatabaseHoldsIsRefused() {
    Cursor cursor = Cursor.behind("newest", "+999999999-01-01T00:00:00Z");
    refused(() -> cursor.instant(0));
  }

  private static void refused(Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
              assertThat(refusal.fields().getFirst().field()).isEqualTo("cursor");
            });
  }
}
