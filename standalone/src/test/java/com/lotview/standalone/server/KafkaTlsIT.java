package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.KafkaUser;
import com.lotview.kit.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings for TLS to Kafka, on a real broker with a certificate of this test's own. */
@Tag("servers")
class KafkaTlsIT {
  @TempDir static Path folder;

  private static OwnCertificate broker;
  private static OwnCertificate stranger;
  private static GuardedKafka kafka;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    broker = OwnCertificate.make(folder, "broker");
    stranger = OwnCertificate.make(folder, "stranger");
    port = GuardedKafka.freePort();
    kafka = GuardedKafka.start(folder.resolve("kafka"), withTls());
  }

  /** One more listener, with TLS, beside that for the test's set-up. */
  private static Map<String, String> withTls() {
    return Map.of(
        "listeners",
        "TLS://127.0.0.1:" + port,
        "advertised.listeners",
        "TLS://127.0.0.1:" + port,
        "listener.security.protocol.map",
        "TLS:SASL_SSL",
        "listener.name.tls.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
        "listener.name.tls.sasl.enabled.mechanisms",
        "SCRAM-SHA-512",
        "ssl.keystore.type",
        "PKCS12",
        "ssl.keystore.location",
        broker.keystore().toString(),
        "ssl.keystore.password",
        OwnCertificate.PASSWORD,
        "ssl.key.password",
        OwnCertificate.PASSWORD);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private static Map<String, Object> client(boolean tls, String truststore) {
    KafkaUser user = KafkaUser.POSTING;
    Map<String, Object> client =
        kafka.client(
            new KafkaSettings(
                1,
                user.principal(),
                GuardedKafka.password(user),
                KafkaSettings.SCRAM,
                tls,
                truststore));
    client.put("bootstrap.servers", "127.0.0.1:" + port);
    client.put("default.api.timeout.ms", "10000");
    client.put("request.timeout.ms", "10000");
    return client;
  }

  @Test
  void aServiceThatTrustsTheCertificateIsServed() throws Exception {
    assertThat(GuardedKafka.topics(client(true, broker.certificate().toString())))
        .containsAll(KafkaUser.POSTING.mayRead());
  }

  @Test
  void aBrokerWithAnotherCertificateIsNotTrusted() {
    assertThatThrownBy(() -> GuardedKafka.topics(client(true, stranger.certificate().toString())))
        .hasCauseInstanceOf(SslAuthenticationException.class);
    assertThatThrownBy(() -> GuardedKafka.topics(client(true, "")))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  @Test
  void withoutTlsNothingIsSaid() {
    assertThatThrownBy(() -> GuardedKafka.topics(client(false, ""))).isNotNull();
  }
}
