package com.lotview.posting.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

class JobHandlersTest {
  private record Handler(JobKind kind) implements StartingHandler {
    @Override
    public Mono<Integer> start(UUID jobId, Instant now) {
      return Mono.just(1);
    }
  }

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void aKindWithoutAHandler_failsAtTheStart(JobKind missing) {
    List<JobHandler> others =
        Stream.of(JobKind.values())
            .filter(kind -> kind != missing)
            .<JobHandler>map(Handler::new)
            .toList();

    assertThatThrownBy(() -> new JobHandlers(others))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(missing.name());
  }

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void twoHandlersOfAKind_failAtTheStart(JobKind twice) {
    List<JobHandler> handlers =
        Stream.concat(Stream.of(JobKind.values()), Stream.of(twice))
            .<JobHandler>map(Handler::new)
            .toList();

    assertThatThrownBy(() -> new JobHandlers(handlers))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(twice.name());
  }

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void everyKind_isReadBackFromItsNames(JobKind kind) {
    String attempt = new JobRef(kind, UUID.randomUUID()).attemptId(3);

    assertThat(JobKind.ofPublished(kind.published(), attempt)).isEqualTo(kind);
    assertThat(JobKind.ofStored(kind.stored())).isEqualTo(kind);
  }

  @Test
  void eventsWithoutAKind_areOfPosts() {
    assertThat(JobKind.ofPublished(null, "posting:1:1")).isEqualTo(JobKind.POST);
    assertThatThrownBy(() -> JobKind.ofPublished("WASH", "wash:1:1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
