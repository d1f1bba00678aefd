package com.lotview.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.kit.database.DatabaseProperties;
import com.lotview.kit.database.Migrations;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.id.Ids;
import com.lotview.kit.kafka.KafkaProvisioner;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Sealer;
import com.lotview.kit.storage.S3ObjectStore;
import com.lotview.kit.storage.StorageProperties;
import com.lotview.standalone.Environment;
import com.lotview.standalone.server.LocalKafka;
import com.lotview.standalone.server.LocalPostgres;
import com.lotview.standalone.server.LocalStorage;
import com.lotview.standalone.server.OwnCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Real servers with everything that the services make on them, and stand-ins that answer for the
 * services. Everything is well, until something is changed.
 */
final class PlantedSystem implements AutoCloseable {
  /** Part of every password, to be looked for in what is printed. */
  static final String SECRET = "hush-hush";

  final Path folder;
  final LocalPostgres postgres;
  final int postgresPort = freePort();
  final LocalStorage storage;
  final Admin admin;
  final Keysets.Pair keys = Keysets.generate();
  final OwnCertificate certificate;
  private final LocalKafka kafka;
  private final Map<String, Readiness> services = new TreeMap<>();

  PlantedSystem(Path folder) throws Exception {
    this.folder = folder;
    certificate = OwnCertificate.make(folder, "database", 3650);
    storage = LocalStorage.start(folder.resolve("objects"), freePort(), "lotview", SECRET);
    kafka = LocalKafka.start(folder.resolve("kafka"), freePort(), freePort(), SECRET);
    admin = Admin.create(kafka.superuser());
    postgres =
        LocalPostgres.start(
            folder.resolve("postgres"), folder.resolve("programs"), postgresPort, SECRET);
    for (String name :
        List.of("auth", "inventory", "posting", "listing", "notification", "gateway")) {
      services.put(name, new Readiness());
    }
    database();
    events();
    objects();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void database() throws Exception {
    certificate.key();
    sql("alter system set ssl_cert_file = '" + certificate.certificate() + "'");
    sql("alter system set ssl_key_file = '" + certificate.key() + "'");
    sql("alter system set ssl = on");
    sql("select pg_reload_conf()");
    for (String schema : Environment.SCHEMAS.values()) {
      postgres.provision(schema, SECRET);
      new Migrations(
              new DatabaseProperties(
                  postgres.url(schema, "app", SECRET),
                  postgres.url(schema, "owner", SECRET),
                  schema,
                  10))
          .afterPropertiesSet();
    }
    String sealed =
        new Sealer("FB_SESSION_SEAL_KEY", keys.sealKey())
            .seal("session".getBytes(StandardCharsets.UTF_8), "account");
    sql(
        """
        insert into posting.fb_account (dealership_id, id, label, identity_hash, account_ref, state,
          sealed_session, created_at, updated_at)
        values ('%s', '%s', 'Sam', 'hash', 'ref', 'VALID', '%s', now(), now())
        """
            .formatted(Ids.next(), Ids.next(), sealed));
  }

  /** Runs a statement as the superuser. */
  void sql(String statement) throws SQLException {
    try (Connection connection = superuser();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres", "postgres", SECRET);
  }

  private void events() throws Exception {
    admin
        .createTopics(
            Topics.ALL.stream()
                .flatMap(topic ->
                    Stream.of(
                        new NewTopic(topic, Topics.PARTITIONS, (short) 1),
                        new NewTopic(topic + Topics.DEAD_LETTER_SUFFIX, 1, (short) 1)))
                .toList())
        .all()
        .get();
    Map<KafkaUser, String> passwords = new EnumMap<>(KafkaUser.class);
    for (KafkaUser user : KafkaUser.values()) {
      passwords.put(user, SECRET);
    }
    KafkaProvisioner.provision(kafka.superuser(), passwords);
    // The broker's own copy of users and rights may be a moment behind.
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> {
          for (KafkaUser user : KafkaUser.values()) {
            if (user.isService()) {
              assertThat(topicsOf(user)).hasSize(2 * Topics.ALL.size());
            }
          }
        });
  }

  /** Properties of a client that may do everything. */
  Map<String, Object> kafkaClient() {
    return kafka.superuser();
  }

  private Set<String> topicsOf(KafkaUser user) throws Exception {
    Map<String, Object> client =
        new HashMap<>(KafkaSettings.of(user.principal(), SECRET, KafkaSettings.SCRAM).client());
    client.put("bootstrap.servers", kafka.bootstrapServers());
    try (Admin seen = Admin.create(client)) {
      return seen.listTopics().names().get();
    }
  }

  private void objects() {
    S3ObjectStore store =
        new S3ObjectStore(
            new StorageProperties(storage.url(), "lotview", "lotview", SECRET, "us-west-2"));
    store.afterPropertiesSet();
    store.destroy();
  }

  /** A stand-in of a service. */
  Readiness service(String name) {
    return services.get(name);
  }

  /** The file that an operator gives to {@code --cluster}. */
  Map<String, String> variables() {
    Map<String, String> all = new TreeMap<>();
    all.put("DATABASE_ADDRESS", "127.0.0.1:" + postgresPort + "/postgres?sslmode=require");
    all.put("POSTGRES_PASSWORD", SECRET);
    for (String schema : Environment.SCHEMAS.values()) {
      all.put(schema.toUpperCase(Locale.ROOT) + "_APP_PASSWORD", SECRET);
    }
    all.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    all.put("KAFKA_SUPERUSER_PASSWORD", SECRET);
    for (KafkaUser user : KafkaUser.values()) {
      all.put("KAFKA_PASSWORD_" + user.name(), SECRET);
    }
    all.put("S3_ENDPOINT", storage.url());
    all.put("S3_SECRET_KEY", SECRET);
    services.forEach(
        (name, service) -> all.put(name.toUpperCase(Locale.ROOT) + "_URL", service.url()));
    all.put("FB_SESSION_SEAL_KEY", keys.sealKey());
    all.put("FB_SESSION_ENCRYPTION_KEY", keys.openKey());
    List<String> clients = new ArrayList<>();
    for (String client : List.of("posting", "gateway")) {
      clients.add(client + "=" + Sha256.hex(SECRET.getBytes(StandardCharsets.UTF_8)));
      all.put("SERVICE_SECRET_" + client.toUpperCase(Locale.ROOT), SECRET);
    }
    all.put("SERVICE_CLIENTS", String.join(",", clients));
    return all;
  }

  /** A worker reports, for the next hour; each service's stand-in is ready. */
  void well() throws SQLException {
    sql(
        """
        insert into posting.fleet_worker (worker, browsers, free, seen_at)
        values ('w', 2, 2, clock_timestamp() + interval '1 hour') on conflict do nothing
        """);
    services.values().forEach(Readiness::up);
  }

  @Override
  public void close() {
    services.values().forEach(Readiness::close);
    admin.close();
    kafka.close();
    storage.close();
    postgres.close();
  }
}
