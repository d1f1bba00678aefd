package com.lotview.worker.browser.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorWaitTest {

  @Test
  void processesThatShareTooFewProcessorsWait() throws IOException {
    int tooMany = Runtime.getRuntime().availableProcessors() * 2;
    String burn =
        "for i in $(seq %d); do while kill -0 $0 2>/dev/null; do :; done & done; wait"
            .formatted(tooMany);
    Process burning =
        new ProcessBuilder(
                "setsid", "/bin/sh", "-c", burn, String.valueOf(ProcessHandle.current().pid()))
            .start();
    try {
      await().until(() -> ProcessGroup.alive(burning.pid()));
      ProcessorWait wait = new ProcessorWait(burning.pid());
      await().until(() -> wait.total().compareTo(Duration.ofMillis(100)) > 0);
    } finally {
      assertThat(ProcessGroup.kill(burning.pid())).isTrue();
    }
  }

  @Test
  void aGroupThatIsGoneWaitsForNothing() {
    assertThat(new ProcessorWait(Integer.MAX_VALUE).total()).isZero();
  }
}
