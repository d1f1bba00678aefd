package com.lotview.notification.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.Role;
import com.lotview.notification.ServiceUnderTest;
import com.lotview.notification.SocketClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that stop reading, on connections whose buffers are full, beside clients that read. */
@Tag("servers")
class SlowReaderIT extends ServiceUnderTest {
  private static final int OTHERS = 20;
  private static final int EVENTS = 600;

  /** Two of these fill the client's buffers; all of them fill the server's buffers too. */
  private static final String LONG_TEXT = "x".repeat(20_000);

  @Autowired private MeterRegistry meters;

  @Test
  void aClientThatStopsReadingIsDropped_whileTwentyOthersReceiveEverything() throws Exception {
    UUID dealership = UUID.randomUUID();
    double before = dropped();
    double open = open();
    List<SocketClient> others = new ArrayList<>();
    try (RawSocket slow = RawSocket.open(port, token(UUID.randomUUID(), dealership, Role.GM))) {
      for (int i = 0; i < OTHERS; i++) {
        others.add(
            SocketClient.open(
                port, "?after=0", token(UUID.randomUUID(), dealership, Role.SALESPERSON)));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> open() == open + OTHERS + 1);
      for (int i = 1; i <= EVENTS; i++) {
        posting(dealership, "READY", Map.of("title", "Event " + i, "description", LONG_TEXT));
      }

      for (SocketClient other : others) {
        for (int seq = 1; seq <= EVENTS; seq++) {
          assertThat(other.next().path("seq").asLong()).isEqualTo(seq);
        }
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> dropped() == before + 1);
      // It can still read only what was in transit when it was dropped.
      assertThat(slow.framesUntilTheEnd()).isLessThan(EVENTS);
      posting(dealership, "READY", Map.of("title", "The last"));
      for (SocketClient other : others) {
        assertThat(other.next().at("/data/title").asString()).isEqualTo("The last");
      }
      assertThat(dropped()).as("dropped in all").isEqualTo(before + 1);
    } finally {
      others.forEach(SocketClient::close);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> open() == open);
  }

  @Test
  void aClientThatReadsAgainSeesWhyItWasDropped() throws Exception {
    try (RawSocket silent =
        RawSocket.open(port, token(UUID.randomUUID(), UUID.randomUUID(), Role.GM))) {
      double before = dropped();
      await().atMost(Duration.ofSeconds(60)).until(() -> dropped() == before + 1);

      silent.framesUntilTheEnd();

      assertThat(silent.closeCode()).isEqualTo(4408);
    }
  }

  private double open() {
    return meters.get("lotview.sockets").gauge().value();
  }

  private double dropped() {
    return meters.counter("lotview.sockets.closed", "code", "4408").count();
  }
}
