package com.lotview.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.events.Inbox;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.kit.id.Ids;
import com.lotview.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With LOG_FORMAT, lines are JSON; with LOG_TRACES, they carry the trace of their work. */
@SpringBootTest(
    properties = {
      "spring.config.name=kitcheck",
      "LOG_FORMAT=ecs",
      "LOG_TRACES=auto",
      "LOG_LEVEL=DEBUG",
      "SERVICE_SECRET=" + JsonLogsIT.SECRET
    })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext // Its log format is that of the process.
@Tag("servers")
class JsonLogsIT {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLogsIT.class);
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  static final String SECRET = "planted-7f3a90c1";

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "kitcheck");
  }

  @AfterAll
  static void off() {
    Hooks.disableAutomaticContextPropagation();
  }

  @Autowired Inbox inbox;
  @Autowired DatabaseClient database;

  @Test
  void linesOfAnEventCarryItsTraceAndOthersNone(CapturedOutput output) {
    String trace = Trace.fresh();
    IncomingEvent event = new IncomingEvent(Ids.next(), "t", "k", Instant.now(), trace, "{}");
    // After the database has answered: on another thread than the caller's.
    Mono<Void> work =
        database
            .sql("select 1")
            .then()
            .then(Mono.fromRunnable(() -> LOG.info("line of the event")));

    inbox.once("logs", event, Ids.next(), work).block(DEADLINE);
    LOG.info("line of nothing");

    assertThat(line(output, "line of the event").at("/trace/id").asString())
        .isEqualTo(Trace.id(trace));
    assertThat(line(output, "line of nothing").has("trace")).isFalse();
  }

  @Test
  void blockingWorkCarriesItsTraceUntilItsEnd(CapturedOutput output) {
    String trace = Trace.fresh();

    TraceOfThread.run(trace, () -> LOG.info("blocking line"));
    LOG.info("line afterwards");

    assertThat(line(output, "blocking line").at("/trace/id").asString()).isEqualTo(Trace.id(trace));
    assertThat(line(output, "line afterwards").has("trace")).isFalse();
  }

  @Test
  void theSecretOfTheServiceIsNotLogged(CapturedOutput output) {
    LOG.info("line of nothing");

    assertThat(output.getAll()).contains("line of nothing").doesNotContain(SECRET);
  }

  private static JsonNode line(CapturedOutput output, String message) {
    return output
        .getAll()
        .lines()
        .filter(line -> line.startsWith("{") && line.contains(message))
        .map(JsonMapper.shared()::readTree)
        .findFirst()
        .orElseThrow();
  }
}
