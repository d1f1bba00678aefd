package com.lotview.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.trace.Trace;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class JobTraceTest {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Mono<Optional<String>> carried =
      Mono.deferContextual(context -> Mono.just(Optional.ofNullable(Trace.find(context))));

  @Test
  void awaitedWork_carriesTheTraceOfTheJob() {
    AtomicReference<Optional<String>> seen = new AtomicReference<>();

    JobTrace.run(TRACE, () -> seen.set(Await.value(carried)));

    assertThat(seen.get()).contains(TRACE);
    assertThat(Await.value(carried)).as("after the job").isEmpty();
  }

  @Test
  void aJobWithoutTrace_setsNone() {
    AtomicReference<Optional<String>> seen = new AtomicReference<>();

    JobTrace.run(null, () -> seen.set(Await.value(carried)));

    assertThat(seen.get()).isEmpty();
  }
}
