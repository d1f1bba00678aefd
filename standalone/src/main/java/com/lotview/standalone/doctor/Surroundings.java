package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.kit.storage.StorageProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of a system and the logins of its parts: of this machine, or of a cluster. What is not
 * known is left out, and is not looked at.
 *
 * @param databases the login of each service, by its schema
 * @param superuser of the database, who sees what no service sees
 * @param services base addresses of the ports with readiness
 */
record Surroundings(
    Map<String, DatabaseUrl> databases,
    @Nullable DatabaseUrl superuser,
    @Nullable Kafka kafka,
    @Nullable StorageProperties storage,
    Map<String, URI> services,
    Keys keys) {

  Surroundings {
    databases = Map.copyOf(databases);
    services = Map.copyOf(services);
  }

  /**
   * The brokers.
   *
   * @param replication that the topics should have
   * @param users the login of each service, by its name
   * @param superuser who may see the settings of topics
   */
  record Kafka(
      List<String> brokers,
      int replication,
      Map<String, KafkaSettings> users,
      @Nullable KafkaSettings superuser) {
    Kafka {
      brokers = List.copyOf(brokers);
      users = Map.copyOf(users);
    }

    /** One of the logins. */
    @Nullable KafkaSettings any() {
      return users.values().stream().findFirst().orElse(superuser);
    }
  }

  /**
   * Keys and secrets that must fit each other; each may be empty.
   *
   * @param clients the hash that auth-service has of each service's secret, by the service's name
   * @param secrets the secrets
   */
  record Keys(String seal, String open, Map<String, String> clients, Map<String, String> secrets) {
    Keys {
      clients = Map.copyOf(clients);
      secrets = Map.copyOf(secrets);
    }

    @Override
    public String toString() {
      return "Keys[clients=" + clients.keySet() + ", secrets=" + secrets.keySet() + "]";
    }
  }
}
