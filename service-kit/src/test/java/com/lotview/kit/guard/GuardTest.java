package com.lotview.kit.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.testkit.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class GuardTest {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final AtomicInteger calls = new AtomicInteger();
  private final TestClock clock = new TestClock();
  private final Guard guard =
      new Guard("target", new Guard.Limits(2, 4, PAUSE), IOException.class::isInstance, clock);

  @Test
  void aTargetThatFailsIsLeftAlone_andTriedAgain() {
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> call(Mono.error(new IOException("down"))))
          .hasRootCauseInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> call(Mono.just("never asked"))).isInstanceOf(CallRefused.class);
    assertThat(calls).hasValue(4);
    assertThat(guard.trusts()).isFalse();

    clock.advance(PAUSE.plusSeconds(1));
    assertThat(call(Mono.just("back"))).isEqualTo("back");
    assertThat(call(Mono.just("back"))).isEqualTo("back");
    assertThat(guard.trusts()).isTrue();
  }

  @Test
  void errorsOfSingleCallsRefuseNothing() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> call(Mono.error(new IllegalArgumentException("wrong"))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(call(Mono.just("fine"))).isEqualTo("fine");
  }

  @Test
  void onlySoManyCallsWait() {
    Disposable first = guard.protect(Mono.never()).subscribe();
    Disposable second = guard.protect(Mono.never()).subscribe();
    assertThatThrownBy(() -> call(Mono.just("third")))
        .isInstanceOf(CallRefused.class)
        .hasMessageContaining("too many");
    first.dispose();
    assertThat(call(Mono.just("third"))).isEqualTo("third");
    second.dispose();
  }

  private String call(Mono<String> answer) {
    return guard
        .protect(
            Mono.defer(() -> {
              calls.incrementAndGet();
              return answer;
            }))
        .block(Duration.ofSeconds(5));
  }
}
