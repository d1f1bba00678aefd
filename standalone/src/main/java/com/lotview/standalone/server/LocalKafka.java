package com.lotview.standalone.server;

import com.lotview.contracts.KafkaUser;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.standalone.StartupException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker that is its own controller and keeps its data. It asks everyone for a password,
 * and lets each user do only what {@link KafkaUser} says.
 */
public final class LocalKafka implements AutoCloseable {
  private static final String SUPERUSER = "kafka";

  private final KafkaRaftServer server;
  private final int port;
  private final String password;

  private LocalKafka(KafkaRaftServer server, int port, String password) {
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts on a folder; formats it at the first start.
   *
   * @param password of the superuser; any one at each start
   */
  public static LocalKafka start(Path folder, int port, int controllerPort, String password) {
    return start(folder, port, controllerPort, password, Map.of());
  }

  /** As above, with further settings; a value for one that it has extends its list. */
  static LocalKafka start(
      Path folder, int port, int controllerPort, String password, Map<String, String> extra) {
    try {
      Files.createDirectories(folder);
      Properties settings = settings(folder.resolve("data"), port, controllerPort);
      format(folder, settings);
      askForPasswords(settings, password);
      extra.forEach((name, value) -> settings.merge(name, value, (own, more) -> own + "," + more));
      endInOrderWhenTheLogFails();
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
      server.startup();
      return new LocalKafka(server, port, password);
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
    listeners(p, port, controllerPort);
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

  private static void listeners(Properties p, int port, int controllerPort) {
    p.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
    p.setProperty(
        "listeners",
        "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    p.setProperty(
        "advertised.listeners",
        "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    p.setProperty("controller.listener.names", "CONTROLLER");
    p.setProperty("inter.broker.listener.name", "CLIENTS");
    p.setProperty(
        "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
  }

  // Not part of the file that formats the folder: it holds the superuser's password.
  private static void askForPasswords(Properties p, String password) {
    String superuser =
        "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                .formatted(SUPERUSER, password, SUPERUSER, password);
    p.setProperty("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    p.setProperty("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
    p.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
    p.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
    p.setProperty("listener.name.clients.plain.sasl.jaas.config", superuser);
    p.setProperty("listener.name.controller.plain.sasl.jaas.config", superuser);
    p.setProperty(
        "listener.name.clients.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    p.setProperty(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    p.setProperty("super.users", "User:" + SUPERUSER);
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

  /** Properties of a client that may do everything. */
  public Map<String, Object> superuser() {
    return superuser(bootstrapServers(), password);
  }

  /** Properties of a client that may do everything on a broker of another process. */
  public static Map<String, Object> superuser(String bootstrapServers, String password) {
    Map<String, Object> client =
        new HashMap<>(KafkaSettings.of(SUPERUSER, password, "PLAIN").client());
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
