package com.lotview.standalone.doctor;

import com.lotview.contracts.KafkaUser;
import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.kit.storage.StorageProperties;
import com.lotview.standalone.Environment;
import com.lotview.standalone.StartupException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Variables of a system, as its services get them. A value that differs between services has the
 * name that {@code ./lotview keys} gives it, such as {@code KAFKA_PASSWORD_POSTING}; so the file of
 * the keys and that of the settings make one file. The variables of one service are understood too.
 *
 * <p>{@link #toString()} has the names only.
 */
record Variables(Map<String, String> values) {
  private static final List<String> SERVICES =
      List.of("auth", "inventory", "posting", "listing", "notification");

  Variables {
    values = Map.copyOf(values);
  }

  /** Reads lines with NAME=VALUE; the last one of a name counts. */
  static Variables of(Path file) {
    try {
      Map<String, String> values = new LinkedHashMap<>();
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
      return new Variables(values);
    } catch (IOException e) {
      throw new StartupException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What they say.
   *
   * @throws StartupException naming the variable that cannot be understood
   */
  Surroundings surroundings() {
    try {
      return new Surroundings(databases(), superuser(), kafka(), storage(), services(), keys());
    } catch (IllegalArgumentException e) {
      throw new StartupException(String.valueOf(e.getMessage()), e);
    }
  }

  private String get(String name) {
    return values.getOrDefault(name, "");
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static List<String> schemas() {
    return Stream.concat(Environment.SCHEMAS.values().stream(), Stream.of("gateway")).toList();
  }

  private Map<String, DatabaseUrl> databases() {
    Map<String, DatabaseUrl> databases = new TreeMap<>();
    for (String schema : schemas()) {
      String own = "DATABASE_URL_" + upper(schema);
      String password = get(upper(schema) + "_APP_PASSWORD");
      if (!get(own).isEmpty()) {
        databases.put(schema, DatabaseUrl.parse(own, get(own)));
      } else if (!password.isEmpty() && !get("DATABASE_ADDRESS").isEmpty()) {
        databases.put(schema, login(schema + "_app", password));
      }
    }
    if (!get("DATABASE_URL").isEmpty()) {
      DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", get("DATABASE_URL"));
      databases.putIfAbsent(schemaOf(url), url);
    }
    return databases;
  }

  private static String schemaOf(DatabaseUrl url) {
    return schemas().stream()
        .filter(schema -> url.user().equals(schema + "_app"))
        .findFirst()
        .orElseThrow(() ->
            new StartupException(
                "DATABASE_URL logs in as "
                    + url.user()
                    + ", and services as SCHEMA_app; name the schema: DATABASE_URL_POSTING=…"));
  }

  private @Nullable DatabaseUrl superuser() {
    String password = get("POSTGRES_PASSWORD");
    return password.isEmpty() || get("DATABASE_ADDRESS").isEmpty()
        ? null
        : login(values.getOrDefault("POSTGRES_USER", "postgres"), password);
  }

  private DatabaseUrl login(String user, String password) {
    DatabaseUrl address =
        DatabaseUrl.parse("DATABASE_ADDRESS", "postgresql://any:any@" + get("DATABASE_ADDRESS"));
    return new DatabaseUrl(
        user,
        password,
        address.host(),
        address.port(),
        address.database(),
        address.sslMode(),
        address.rootCertificate());
  }

  private Surroundings.@Nullable Kafka kafka() {
    String brokers = get("KAFKA_BOOTSTRAP_SERVERS");
    if (brokers.isEmpty()) {
      return null;
    }
    Map<String, KafkaSettings> users = new TreeMap<>();
    for (KafkaUser user : KafkaUser.values()) {
      String password = get("KAFKA_PASSWORD_" + user.name());
      if (user.isService() && !password.isEmpty()) {
        users.put(user.principal(), kafka(user.principal(), password, "KAFKA_SASL_MECHANISM"));
      }
    }
    String one = get("KAFKA_USER");
    if (!one.isEmpty() || users.isEmpty()) {
      users.putIfAbsent(one, kafka(one, get("KAFKA_PASSWORD"), "KAFKA_SASL_MECHANISM"));
    }
    String password = get("KAFKA_SUPERUSER_PASSWORD");
    KafkaSettings superuser =
        password.isEmpty()
            ? null
            : kafka(
                values.getOrDefault("KAFKA_SUPERUSER", "kafka"),
                password,
                "KAFKA_SUPERUSER_MECHANISM");
    return new Surroundings.Kafka(
        List.of(brokers.split("\\s*,\\s*")), replication(), users, superuser);
  }

  private KafkaSettings kafka(String user, String password, String mechanism) {
    String usual = mechanism.equals("KAFKA_SUPERUSER_MECHANISM") ? "PLAIN" : KafkaSettings.SCRAM;
    return new KafkaSettings(
        1,
        user,
        password,
        values.getOrDefault(mechanism, usual),
        Boolean.parseBoolean(get("KAFKA_TLS")),
        get("KAFKA_TRUSTSTORE"));
  }

  private int replication() {
    String text = values.getOrDefault("KAFKA_REPLICATION", "1");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StartupException("KAFKA_REPLICATION must be a number, not " + text, e);
    }
  }

  private @Nullable StorageProperties storage() {
    return get("S3_ENDPOINT").isEmpty()
        ? null
        : new StorageProperties(
            get("S3_ENDPOINT"),
            values.getOrDefault("S3_BUCKET", "lotview"),
            values.getOrDefault("S3_ACCESS_KEY", "lotview"),
            get("S3_SECRET_KEY"),
            values.getOrDefault("S3_REGION", "us-west-2"));
  }

  private Map<String, URI> services() {
    Map<String, URI> services = new TreeMap<>();
    SERVICES.forEach(name -> service(services, name, get(upper(name) + "_URL")));
    String gateway = get("GATEWAY_URL");
    service(services, "gateway", gateway.isEmpty() ? get("PUBLIC_URL") : gateway);
    int number = 0;
    for (String url : get("WORKER_URLS").split("\\s*,\\s*", -1)) {
      number++;
      service(services, "worker " + number, url);
    }
    return services;
  }

  private static void service(Map<String, URI> services, String name, String url) {
    if (!url.isEmpty()) {
      services.put(name, URI.create(url));
    }
  }

  private Surroundings.Keys keys() {
    Map<String, String> clients = new TreeMap<>();
    Map<String, String> secrets = new TreeMap<>();
    for (String client : get("SERVICE_CLIENTS").split(",", -1)) {
      int equals = client.indexOf('=');
      if (equals > 0) {
        String name = client.substring(0, equals).strip();
        clients.put(name, client.substring(equals + 1).strip());
        if (!get("SERVICE_SECRET_" + upper(name)).isEmpty()) {
          secrets.put(name, get("SERVICE_SECRET_" + upper(name)));
        }
      }
    }
    return new Surroundings.Keys(
        get("FB_SESSION_SEAL_KEY"), get("FB_SESSION_ENCRYPTION_KEY"), clients, secrets);
  }

  @Override
  public String toString() {
    return "Variables" + values.keySet();
  }
}
