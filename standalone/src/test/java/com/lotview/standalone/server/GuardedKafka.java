package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.kit.kafka.KafkaProvisioner;
import com.lotview.kit.kafka.KafkaSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The standalone's Kafka with its topics and users, without the services. */
record GuardedKafka(LocalKafka server) implements AutoCloseable {
  /** The superuser's password. */
  static final String SUPERUSER = "the superuser's";

  static GuardedKafka start(Path folder) throws Exception {
    return start(folder, Map.of());
  }

  /**
   * Returns when every user may do what it should.
   *
   * @param extra settings of the broker
   */
  static GuardedKafka start(Path folder, Map<String, String> extra) throws Exception {
    LocalKafka server = LocalKafka.start(folder, freePort(), freePort(), SUPERUSER, extra);
    try (Admin admin = Admin.create(server.superuser())) {
      admin
          .createTopics(
              Topics.ALL.stream()
                  .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
    GuardedKafka kafka = new GuardedKafka(server);
    kafka.provision();
    return kafka;
  }

  private void provision() {
    Map<KafkaUser, String> passwords = new EnumMap<>(KafkaUser.class);
    for (KafkaUser user : KafkaUser.values()) {
      passwords.put(user, password(user));
    }
    KafkaProvisioner.provision(server.superuser(), passwords);
    // The broker's own copy of users and rights may be a moment behind.
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> {
          for (KafkaUser user : KafkaUser.values()) {
            assertThat(topics(client(user))).containsAll(user.mayRead());
          }
        });
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Of a user; one with the letters that need care in settings. */
  static String password(KafkaUser user) {
    return user.principal() + "'s \\ \"password\"";
  }

  Map<String, Object> client(KafkaUser user) {
    return client(KafkaSettings.of(user.principal(), password(user), KafkaSettings.SCRAM));
  }

  Map<String, Object> client(KafkaSettings settings) {
    Map<String, Object> client = new HashMap<>(settings.client());
    client.put("bootstrap.servers", server.bootstrapServers());
    return client;
  }

  /** The topics that a client may see. */
  static Set<String> topics(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin.listTopics().names().get();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
