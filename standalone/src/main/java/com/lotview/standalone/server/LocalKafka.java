package com.lotview.standalone.server;

import com.lotview.standalone.StartupException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker that is its own controller and keeps its data. */
public final class LocalKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int port;

  private LocalKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on a folder; formats it at the first start. */
  public static LocalKafka start(Path folder, int port, int controllerPort) {
    try {
      Files.createDirectories(folder);
      Properties settings = settings(folder.resolve("data"), port, controllerPort);
      format(folder, settings);
      endInOrderWhenTheLogFails();
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
      server.startup();
      return new LocalKafka(server, port);
    } catch (IOException | RuntimeException e) {
      throw new StartupException("Kafka did not start: " + e.getMessage(), e);
    }
  }

  // A broker that cannot write its log halts the whole process and would leave PostgreSQL running.
  // An orderly end with the reason loses nothing: accepted events are in the outbox.
  private static void endInOrderWhenTheLogFails() {
    Exit.setHaltProcedure((status, message) -> {
      System.err.println(
          "LotView stops: Kafka cannot write its data ("
              + message
              + "). If the disk is full, free some space and start again; nothing is lost");
      Thread.ofPlatform().start(() -> System.exit(1));
      Thread.ofPlatform().daemon().start(LocalKafka::haltIfStuck);
    });
  }

  private static void haltIfStuck() {
    try {
      TimeUnit.SECONDS.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static Properties settings(Path data, int port, int controllerPort) {
    Properties p = new Properties();
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("node.id", "1");
    p.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
    p.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    p.setProperty(
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    p.setProperty("controller.listener.names", "CONTROLLER");
    p.setProperty("inter.broker.listener.name", "PLAINTEXT");
    p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.setProperty("log.dirs", data.toString());
    p.setProperty("auto.create.topics.enable", "false");
    for (String log :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      p.setProperty(log + ".replication.factor", "1");
      p.setProperty(log + ".num.partitions", "3");
    }
    p.setProperty("transaction.state.log.min.isr", "1");
    p.setProperty("share.coordinator.state.topic.min.isr", "1");
    p.setProperty("group.initial.rebalance.delay.ms", "0");
    // After kill -9 the next start waits for the dead broker's session to end: 5 s, not 15.
    p.setProperty("broker.session.timeout.ms", "2000");
    p.setProperty("broker.heartbeat.interval.ms", "500");
    return p;
  }

  private static void format(Path folder, Properties settings) throws IOException {
    if (Files.exists(folder.resolve("data/meta.properties"))) {
      return;
    }
    Path file = folder.resolve("server.properties");
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int result =
        StorageTool.execute(
            new String[] {
              "format",
              "-t",
              Uuid.randomUuid().toString(),
              "-c",
              file.toString(),
              "--standalone",
              "--ignore-formatted"
            },
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (result != 0) {
      throw new IOException("formatting failed: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  /** Address for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
