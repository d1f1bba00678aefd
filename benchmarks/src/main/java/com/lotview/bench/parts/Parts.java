package com.lotview.bench.parts;

import com.lotview.auth.AuthApplication;
import com.lotview.bench.recorder.RecorderWorker;
import com.lotview.gateway.GatewayApplication;
import com.lotview.inventory.InventoryApplication;
import com.lotview.kit.kafka.KafkaProvisioner;
import com.lotview.listing.ListingApplication;
import com.lotview.posting.PostingApplication;
import com.lotview.sandbox.Sandbox;
import com.lotview.standalone.DemoLogin;
import com.lotview.standalone.Environment;
import com.lotview.standalone.Home;
import com.lotview.standalone.LocalSecrets;
import com.lotview.standalone.Ports;
import com.lotview.standalone.server.LocalStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole system in pieces, on a folder of its own: each service is a context of this process,
 * PostgreSQL, Kafka and the workers are processes, and each can be stopped and started separately.
 * The notification service is left out. Driven by one thread.
 */
public final class Parts implements AutoCloseable {
  /** In the order of dependencies. */
  private static final Map<String, Class<?>> SERVICES = new LinkedHashMap<>();

  static {
    SERVICES.put("auth", AuthApplication.class);
    SERVICES.put("inventory", InventoryApplication.class);
    SERVICES.put("listing", ListingApplication.class);
    SERVICES.put("posting", PostingApplication.class);
    SERVICES.put("gateway", GatewayApplication.class);
  }

  private final Home home;
  private final Ports ports;
  private final LocalSecrets secrets;
  private final DatabasePart database;
  private final BrokerPart broker;
  private final LocalStorage storage;
  private final Sandbox sandbox;
  private final Environment environment;
  private final OffsetClock clock = new OffsetClock();
  private final Map<String, String> extra;
  private final Map<String, ConfigurableApplicationContext> running = new LinkedHashMap<>();
  private int workers;

  /**
   * Starts all but workers.
   *
   * @param extra settings for every part, beside those that the standalone gives
   */
  public Parts(Path folder, Map<String, String> extra) throws IOException, InterruptedException {
    this.home = Home.open(folder);
    this.ports = new Ports(home, FreePorts.take(1).getFirst());
    this.secrets = new LocalSecrets(home);
    this.extra = extra;
    this.database = new DatabasePart(folder, ports.of("postgres"));
    this.broker = new BrokerPart(folder, ports.of("kafka"), ports.of("kafka-controller"));
    KafkaProvisioner.provision(broker.superuser(), secrets.kafkaPasswords());
    this.storage =
        LocalStorage.start(
            folder.resolve("objects"), ports.of("storage"), "lotview", secrets.password("storage"));
    this.sandbox = Sandbox.builder().port(ports.of("sandbox")).dataDir(null).pace(0).start();
    this.environment =
        new Environment(
            ports, secrets, broker.bootstrapServers(), storage.url(), home.path("mail"));
    Environment.SCHEMAS
        .values()
        .forEach(
            schema -> database.server().provision(schema, secrets.password("database-" + schema)));
    SERVICES.keySet().forEach(this::startService);
  }

  public DatabasePart database() {
    return database;
  }

  public BrokerPart broker() {
    return broker;
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /** The clock of the services, not of the workers and servers. */
  public OffsetClock clock() {
    return clock;
  }

  public String sealKey() {
    return secrets.sessionSealKey();
  }

  /** Address of the public API. */
  public String url() {
    return "http://127.0.0.1:" + ports.gateway();
  }

  public String email() {
    return DemoLogin.GM_EMAIL;
  }

  public String password() {
    return secrets.password("demo-login");
  }

  /** Starts one service; by its name, such as {@code posting}. */
  public void startService(String name) {
    String[] arguments =
        environment(name).entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Objects.requireNonNull(SERVICES.get(name), name))
            .properties("spring.config.name=" + name)
            .initializers(
                c -> ((GenericApplicationContext) c).registerBean(Clock.class, () -> clock))
            .run(arguments);
    running.put(name, context);
  }

  /** Stops one service in an orderly way. */
  public void stopService(String name) {
    ConfigurableApplicationContext context = running.remove(name);
    if (context != null) {
      context.close();
    }
  }

  private Map<String, String> environment(String service) {
    Map<String, String> all = new HashMap<>(environment.of(service, database.server()));
    all.put("LOTVIEW_RATE_LIMITS", "off");
    all.putAll(extra);
    return all;
  }

  /** Starts a worker whose browser is a recorder, with further settings; ready when it returns. */
  public JavaProcess startWorker(Map<String, String> settings)
      throws IOException, InterruptedException {
    return beginWorker(settings).awaitSaid("Started RecorderWorker");
  }

  /** As {@link #startWorker}, without waiting. */
  public JavaProcess beginWorker(Map<String, String> settings) throws IOException {
    workers++;
    Map<String, String> all = environment("worker");
    all.put("MARKETPLACE_URL", sandbox.url());
    all.put("LOTVIEW_WORKER_HOME", home.path("worker-" + workers).toString());
    all.put("LOTVIEW_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    all.put("RECORDER_BOOK", home.path("book").toString());
    all.putAll(settings);
    return JavaProcess.start(
        RecorderWorker.class, home.path("logs/worker-" + workers + ".log"), all);
  }

  /** The record book of recording workers. */
  public Path book() {
    return home.path("book");
  }

  @Override
  public void close() {
    running.keySet().stream().toList().reversed().forEach(this::stopService);
    sandbox.close();
    storage.close();
    broker.close();
    database.close();
    home.close();
  }
}
