package com.lotview.standalone;

import com.lotview.contracts.KafkaUser;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.seal.Keysets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./lotview keys}: fresh keys and passwords for a container set-up, as an .env file; {@code
 * ./lotview keys add|promote|retire token|session|two-factor FILE}: a step of replacing a key in
 * such a file.
 */
final class Keys {
  /** Schemas of the container set-up; the gateway's is for limits that several share. */
  private static final List<String> DATABASES =
      List.of("AUTH", "INVENTORY", "POSTING", "LISTING", "FLEET", "NOTIFICATION", "GATEWAY");

  private Keys() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 3) {
      rotate(
          KeyRotation.Step.valueOf(name(args[0])),
          KeyRotation.Kind.valueOf(name(args[1])),
          Path.of(args[2]));
    } else {
      System.out.print(fresh());
    }
  }

  /** Changes the variables in the file; the other lines stay as they are. */
  static void rotate(KeyRotation.Step step, KeyRotation.Kind kind, Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        variables.put(line.substring(0, equals), line.substring(equals + 1).strip());
      }
    }
    KeyRotation.change(step, kind, variables)
        .forEach((name, value) -> {
          lines.removeIf(line -> line.startsWith(name + "="));
          lines.add(name + "=" + value);
        });
    write(file, lines);
  }

  // A crash leaves the old file or the new one, readable for its owner only.
  private static void write(Path file, List<String> lines) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(parent, ".env", ".tmp");
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String name(String argument) {
    return argument.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Fresh keys and passwords for every variable that the container set-up requires. */
  static String fresh() {
    StringBuilder env = new StringBuilder();
    Keysets.Pair session = Keysets.generate();
    line(env, "JWT_PRIVATE_KEY", LocalSecrets.rsaKey());
    line(env, "TWO_FACTOR_KEY", Keysets.generate().openKey());
    line(env, "FB_SESSION_SEAL_KEY", session.sealKey());
    line(env, "FB_SESSION_ENCRYPTION_KEY", session.openKey());
    line(env, "WEBHOOK_ENCRYPTION_KEY", Keysets.generate().openKey());
    line(env, "FEED_ENCRYPTION_KEY", Keysets.generate().openKey());
    passwords(env);
    clients(env);
    return env.toString();
  }

  private static void passwords(StringBuilder env) {
    for (String name :
        List.of(
            "POSTGRES_PASSWORD",
            "KAFKA_SUPERUSER_PASSWORD",
            "S3_SECRET_KEY",
            "BOOTSTRAP_GM_PASSWORD")) {
      line(env, name, LocalSecrets.randomText());
    }
    for (String schema : DATABASES) {
      line(env, schema + "_OWNER_PASSWORD", LocalSecrets.randomText());
      line(env, schema + "_APP_PASSWORD", LocalSecrets.randomText());
    }
    for (KafkaUser user : KafkaUser.values()) {
      line(env, "KAFKA_PASSWORD_" + user.name(), LocalSecrets.randomText());
    }
  }

  // Each caller has a secret; the service that checks it has only its hash.
  private static void clients(StringBuilder env) {
    StringBuilder clients = new StringBuilder();
    for (String service : Environment.CALLERS) {
      String secret = LocalSecrets.randomText();
      line(env, "SERVICE_SECRET_" + service.toUpperCase(Locale.ROOT), secret);
      clients.append(clients.isEmpty() ? "" : ",").append(service).append('=');
      clients.append(Sha256.hex(secret.getBytes(StandardCharsets.UTF_8)));
    }
    line(env, "SERVICE_CLIENTS", clients.toString());
  }

  private static void line(StringBuilder env, String name, String value) {
    env.append(name).append('=').append(value).append('\n');
  }
}
