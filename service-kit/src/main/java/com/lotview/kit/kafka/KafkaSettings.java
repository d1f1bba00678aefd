package com.lotview.kit.kafka;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How a process shows itself to Kafka.
 *
 * <p>{@link #toString()} leaves out the password.
 *
 * @param replication factor of the topics
 * @param user empty for a Kafka that does not ask
 * @param mechanism of SASL
 * @param tls whether connections are encrypted and the broker's certificate is checked
 * @param truststore PEM file of the certificates that are trusted; empty for those of Java
 */
@Validated
@ConfigurationProperties("lotview.kafka")
public record KafkaSettings(
    @Positive int replication,
    @NotNull String user,
    @NotNull String password,
    @NotBlank String mechanism,
    boolean tls,
    @NotNull String truststore) {

  /** The mechanism for all users except the superuser. */
  public static final String SCRAM = "SCRAM-SHA-512";

  private static final String PLAIN = "PLAIN";

  /** Of a user without TLS. */
  public static KafkaSettings of(String user, String password, String mechanism) {
    return new KafkaSettings(1, user, password, mechanism, false, "");
  }

  /** Properties of a client, without the brokers' addresses. */
  public Map<String, String> client() {
    Map<String, String> client = new HashMap<>();
    client.put("security.protocol", (user.isEmpty() ? "" : "SASL_") + (tls ? "SSL" : "PLAINTEXT"));
    if (!user.isEmpty()) {
      client.put("sasl.mechanism", mechanism);
      client.put("sasl.jaas.config", login());
    }
    if (tls && !truststore.isEmpty()) {
      client.put("ssl.truststore.type", "PEM");
      client.put("ssl.truststore.location", truststore);
    }
    return client;
  }

  private String login() {
    String module = mechanism.equals(PLAIN) ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
    return "org.apache.kafka.common.security.%s required username=%s password=%s;"
        .formatted(module, quoted(user), quoted(password));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return "KafkaSettings[user=" + user + ", mechanism=" + mechanism + ", tls=" + tls + "]";
  }
}
