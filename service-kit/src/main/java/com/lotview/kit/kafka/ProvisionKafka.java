package com.lotview.kit.kafka;

import com.lotview.contracts.KafkaUser;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes Kafka's users and rights, and ends; a container of its own. Variables: those of every
 * service for Kafka, here for the superuser, and {@code KAFKA_PASSWORD_<USER>} for each user whose
 * password is to be set.
 */
public final class ProvisionKafka {
  private ProvisionKafka() {}

  public static void main(String[] args) {
    Map<String, String> env = System.getenv();
    KafkaSettings settings =
        new KafkaSettings(
            1,
            env.getOrDefault("KAFKA_USER", ""),
            env.getOrDefault("KAFKA_PASSWORD", ""),
            env.getOrDefault("KAFKA_SASL_MECHANISM", KafkaSettings.SCRAM),
            Boolean.parseBoolean(env.getOrDefault("KAFKA_TLS", "false")),
            env.getOrDefault("KAFKA_TRUSTSTORE", ""));
    Map<String, Object> superuser = new HashMap<>(settings.client());
    superuser.put(
        "bootstrap.servers", env.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"));
    KafkaProvisioner.provision(superuser, passwords(env));
  }

  private static Map<KafkaUser, String> passwords(Map<String, String> env) {
    Map<KafkaUser, String> passwords = new EnumMap<>(KafkaUser.class);
    for (KafkaUser user : KafkaUser.values()) {
      String password = env.getOrDefault("KAFKA_PASSWORD_" + user.name(), "");
      if (!password.isEmpty()) {
        passwords.put(user, password);
      }
    }
    return passwords;
  }
}
