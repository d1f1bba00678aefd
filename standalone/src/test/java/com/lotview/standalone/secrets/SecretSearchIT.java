package com.lotview.standalone.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import com.lotview.testkit.TestServers;
import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The search finds a leak of each kind in each place; without this test, 0 findings would prove
 * nothing.
 */
@Timeout(120)
@Tag("servers")
class SecretSearchIT {
  private final String secret = "s3cret/" + UUID.randomUUID() + "+\"é";
  private final Planted planted = Planted.nowhere("secret", secret);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "hex", "url", "json", "base64", "basic", "shifted", "url64", "gz"})
  void aLeakInAFileIsFound_inEveryDisguise(String disguise) throws Exception {
    Path file = Files.createDirectories(folder.resolve("logs")).resolve("auth.log." + disguise);
    if (disguise.equals("gz")) {
      try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
        packed.write(("before " + secret).getBytes(StandardCharsets.UTF_8));
      }
    } else {
      Files.writeString(file, "WARN before " + disguised(disguise) + " behind\n");
    }
    assertThat(new SecretSearch().files(folder).leaks(List.of(planted)))
        .containsExactly("secret in file logs/auth.log." + disguise);
  }

  private String disguised(String disguise) {
    Base64.Encoder base64 = Base64.getEncoder();
    return switch (disguise) {
      case "hex" -> "\\x" + HexFormat.of().formatHex(bytes(secret));
      case "url" -> "?password=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
      case "json" -> "{\"key\":\"" + secret.replace("\"", "\\\"") + "\"}";
      case "base64" -> base64.encodeToString(bytes(secret));
      case "basic" -> "Basic " + base64.encodeToString(bytes("user:" + secret));
      case "shifted" -> base64.encodeToString(bytes("{\"password\":\"" + secret + "\"}"));
      case "url64" -> Base64.getUrlEncoder().encodeToString(bytes("a" + secret));
      default -> secret;
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aLeakInATableIsFound_inTextAndInBytes() throws Exception {
    TestServers.environment("leaks");
    try (Connection superuser = TestServers.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("create table if not exists leaks.noted (note text, sealed bytea)");
      try (var insert = superuser.prepareStatement("insert into leaks.noted values (?, ?)")) {
        insert.setString(1, "said " + secret);
        insert.setBytes(2, bytes("x"));
        insert.execute();
        Planted sealed = Planted.nowhere("sealed", "as bytes " + UUID.randomUUID());
        insert.setString(1, "");
        insert.setBytes(2, bytes(sealed.value()));
        insert.execute();
        assertThat(new SecretSearch().tables(superuser).leaks(List.of(planted, sealed)))
            .containsExactly("sealed in table leaks.noted", "secret in table leaks.noted");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "key", "header", "dead letter"})
  void aLeakInATopicIsFound(String where) throws Exception {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers", TestServers.environment("leaks").get("KAFKA_BOOTSTRAP_SERVERS"));
    String topic = "leaks" + UUID.randomUUID() + (where.equals("dead letter") ? ".dlt" : "");
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      ProducerRecord<String, String> record =
          new ProducerRecord<>(
              topic, where.equals("key") ? secret : "key", where.equals("value") ? secret : "{}");
      if (where.equals("header") || where.equals("dead letter")) {
        record.headers().add("cause", bytes("Cannot read " + secret));
      }
      producer.send(record).get();
    }
    assertThat(new SecretSearch().topics(client).leaks(List.of(planted)))
        .containsExactly("secret in topic " + topic);
  }

  @Test
  void aLeakInMetricsOrALogOfThisProcessIsFound() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/actuator/prometheus",
        exchange -> {
          byte[] page = bytes("requests_total{uri=\"/x?token=" + secret + "\"} 1\n");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    URI metrics =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/actuator/prometheus");
    try {
      assertThat(
              new SecretSearch()
                  .page(metrics)
                  .text("log", () -> "ERROR " + secret)
                  .leaks(List.of(planted)))
          .containsExactly("secret in log", "secret in page " + metrics);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whereAValueBelongsItIsNoLeak() throws Exception {
    Files.createDirectories(folder.resolve("mail"));
    Files.writeString(folder.resolve("mail/1.eml"), secret);
    Files.writeString(folder.resolve("key"), secret);
    Planted mailed = new Planted("link", secret, Set.of("file mail/"));
    assertThat(new SecretSearch().files(folder, "key").leaks(List.of(mailed))).isEmpty();
    assertThat(new SecretSearch().files(folder).leaks(List.of(mailed)))
        .containsExactly("link in file key");
  }
}
