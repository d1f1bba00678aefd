package com.lotview.kit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:30:00Z");

  private final List<Instant> asked = new ArrayList<>();
  private long rows;

  private Mono<Long> delete(Instant before, int limit) {
    asked.add(before);
    long deleted = Math.min(rows, limit);
    rows -= deleted;
    return Mono.just(deleted);
  }

  private Retention retention(Kept... kept) {
    return new Retention(List.of(kept), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void deletesInBatchesUntilNothingOldIsLeft() {
    rows = 2L * Retention.BATCH + 7;

    Long deleted = retention(new Kept("Rows", Duration.ofDays(30), this::delete)).sweep().block();

    assertThat(deleted).isEqualTo(2L * Retention.BATCH + 7);
    assertThat(asked).hasSize(3).containsOnly(Instant.parse("2026-11-01T09:30:00Z"));
  }

  @Test
  void leavesTheRestToTheNextHour() {
    rows = (Retention.MAX_BATCHES + 1L) * Retention.BATCH;

    retention(new Kept("Rows", Duration.ofDays(1), this::delete)).sweep().block();

    assertThat(rows).isEqualTo(Retention.BATCH);
    assertThat(asked).hasSize(Retention.MAX_BATCHES);
  }

  @Test
  void aFailureOfOneKindDoesNotKeepTheOthers() {
    rows = 3;
    Kept broken =
        new Kept(
            "Broken", Duration.ofDays(1), (before, limit) -> Mono.error(new RuntimeException("x")));
    Kept whole = new Kept("Whole", Duration.ofDays(1), this::delete);

    assertThatThrownBy(() -> retention(broken, whole).sweep().block()).hasMessageContaining("x");
    assertThat(rows).isZero();
  }

  @Test
  void anInboxThatForgetsBeforeKafkaIsRefused() {
    assertThatThrownBy(() -> new InboxProperties(Duration.ofDays(13)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lotview.inbox.retention");
    assertThat(new InboxProperties(Duration.ofDays(14)).retention()).isEqualTo(Duration.ofDays(14));
  }
}
