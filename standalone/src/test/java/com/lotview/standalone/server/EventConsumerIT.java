package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.standalone.JavaProgram;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The example of {@code examples/event-consumer}, on a real Kafka that asks for passwords. */
@Tag("servers")
class EventConsumerIT {
  private static final Path SOURCES = Path.of("../examples/event-consumer/src/main/java");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String GROUP = "reader-sales-test";
  private static final int EVENTS = 200;

  @TempDir static Path folder;

  private static GuardedKafka kafka;
  private static EventProbe services;

  @BeforeAll
  static void start() throws Exception {
    kafka = GuardedKafka.start(folder.resolve("kafka"));
    services = new EventProbe(kafka.server().superuser());
    List<String> options =
        new ArrayList<>(List.of("-d", folder.resolve("classes").toString(), "-cp", libraries()));
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      sources.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(options::add);
    }
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(result).as("compiles without LotView's classes").isZero();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  /** Kafka's client, Jackson and what they need; nothing of LotView. */
  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar ->
            jar.matches(".*/(kafka-clients|jackson-|slf4j-api|lz4-java|snappy-java|zstd-jni)[^/]*"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void everyPostedAndSoldVehicleIsInTheFileOnce_howeverOftenTheProgramDies() throws Exception {
    Path file = folder.resolve("sales.csv");
    Random random = new Random(14);
    List<String> wanted = new ArrayList<>();
    Process consumer = launch(file);
    for (int i = 0; i < EVENTS; i++) {
      wanted.add(tell(i, random));
      if (i % 50 == 49) {
        int most = i - 30;
        await().atMost(Duration.ofSeconds(120)).until(() -> lines(file).size() > most);
        consumer.destroyForcibly().waitFor();
        forget();
        cutOff(file, random);
        consumer = launch(file);
      }
    }
    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(() -> assertThat(lines(file)).hasSize(EVENTS + 1));
    consumer.destroy();
    assertThat(consumer.waitFor()).isIn(0, 143);

    List<String> ids = lines(file).stream().skip(1).map(line -> line.split(",")[0]).toList();
    assertThat(ids).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(lines(file).get(1)).contains(",POSTED,").contains("/marketplace/item/");
    assertThat(lines(file)).anyMatch(line -> line.contains(",SOLD,") && line.contains(",A1234,"));
  }

  /** Tells of a vehicle, sometimes twice, and of much else; the id of the wanted event. */
  private static String tell(int i, Random random) {
    UUID id = UUID.randomUUID();
    boolean posted = i % 2 == 0;
    String topic = posted ? Topics.POSTING_PROGRESS : Topics.VEHICLE_CHANGED;
    String type = posted ? EventTypes.POSTING_STATE : EventTypes.VEHICLE_CHANGED;
    ObjectNode body = example(topic, type);
    if (!posted) {
      body.put("status", "SOLD").putArray("changes").add("status");
    }
    body.put("aFieldOfTomorrow", true);
    String key = UUID.randomUUID().toString();
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      services.send(topic, type, key, id, body);
    }
    ObjectNode other = example(topic, type);
    other.put("status", posted ? "POSTING" : "SOLD");
    services.send(topic, type, key, UUID.randomUUID(), other);
    services.send(topic, "type.of.tomorrow", key, UUID.randomUUID(), other);
    services.send(topic, type, key, UUID.randomUUID(), "not an object");
    return id.toString();
  }

  private static ObjectNode example(String topic, String type) {
    return (ObjectNode) JSON.readTree(EventContract.of(topic, type).example());
  }

  // What the broker does by itself when a member has been silent for 45 seconds.
  private static void forget() throws Exception {
    try (Admin admin = Admin.create(kafka.server().superuser())) {
      admin
          .removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
    }
  }

  // As a crash in the middle of a line would leave it.
  private static void cutOff(Path file, Random random) throws IOException {
    String half = UUID.randomUUID() + ",2026-01-01T00:00:00Z,POSTED,";
    Files.writeString(
        file, half.substring(0, 1 + random.nextInt(half.length() - 1)), StandardOpenOption.APPEND);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static Process launch(Path file) throws IOException {
    return JavaProgram.start(
        folder.resolve("log.txt"),
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.server().bootstrapServers(),
            "KAFKA_GROUP",
            GROUP,
            "KAFKA_USER",
            KafkaUser.READER.principal(),
            "KAFKA_PASSWORD",
            GuardedKafka.password(KafkaUser.READER)),
        "-Xmx128m",
        "-cp",
        folder.resolve("classes") + File.pathSeparator + libraries(),
        "com.example.sales.EventConsumer",
        file.toString());
  }
}
