package com.lotview.standalone.doctor;

import com.lotview.contracts.KafkaUser;
import com.lotview.standalone.Environment;
import com.lotview.standalone.LocalSecrets;
import com.lotview.standalone.StartupException;
import com.lotview.standalone.client.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The variables of the system that runs on a folder, read from its files. */
record RunningHome(Path home) {

  /** Whether a process runs on it; the script tells a process that is gone. */
  boolean runs() {
    try {
      long pid = Long.parseLong(Files.readString(home.resolve("run/standalone.pid")).strip());
      return ProcessHandle.of(pid).isPresent();
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  /** Whether it has announced itself. */
  boolean ready() {
    return Files.exists(home.resolve("run/ready.properties"));
  }

  /** The variables of all services. */
  Variables variables() {
    Map<String, String> all =
        new LinkedHashMap<>(Variables.of(home.resolve("run/worker.env")).values());
    Map<String, String> ports = Variables.of(home.resolve("run/ports.properties")).values();
    all.remove("DATABASE_URL");
    all.remove("KAFKA_USER");
    all.put("DATABASE_ADDRESS", "127.0.0.1:" + ports.get("postgres") + "/postgres");
    all.put("GATEWAY_URL", Installation.at(home).url());
    try {
      passwords(all);
    } catch (IOException e) {
      throw new StartupException(home + "/secrets cannot be read: " + e.getMessage(), e);
    }
    return new Variables(all);
  }

  private void passwords(Map<String, String> all) throws IOException {
    for (String schema : Environment.SCHEMAS.values()) {
      all.put(
          schema.toUpperCase(Locale.ROOT) + "_APP_PASSWORD",
          LocalSecrets.passwordOf(home, "database-" + schema));
    }
    for (KafkaUser user : KafkaUser.values()) {
      all.put(
          "KAFKA_PASSWORD_" + user.name(),
          LocalSecrets.passwordOf(home, "kafka-" + user.principal()));
    }
    all.put("POSTGRES_PASSWORD", LocalSecrets.passwordOf(home, LocalSecrets.SUPERUSER));
    all.put(
        "KAFKA_SUPERUSER_PASSWORD", LocalSecrets.passwordOf(home, LocalSecrets.KAFKA_SUPERUSER));
  }
}
