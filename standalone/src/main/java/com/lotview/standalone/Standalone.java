package com.lotview.standalone;

import com.lotview.kit.kafka.KafkaProvisioner;
import com.lotview.sandbox.Sandbox;
import com.lotview.standalone.client.Progress;
import com.lotview.standalone.server.KafkaRewind;
import com.lotview.standalone.server.LocalKafka;
import com.lotview.standalone.server.LocalMailPage;
import com.lotview.standalone.server.LocalPostgres;
import com.lotview.standalone.server.LocalStorage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The whole system on one machine. {@link #start} returns when every service is ready; {@link
 * #close} stops everything in reverse order.
 */
public final class Standalone implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Settings settings;
  private final Home home;
  private final Progress progress;

  private Standalone(Settings settings, Home home, Progress progress) {
    this.settings = settings;
    this.home = home;
    this.progress = progress;
    parts.push(home);
  }

  /** {@code ./lotview up}: runs until it is stopped. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out);
    // Logging is set up by one thread, before the parts start side by side.
    LoggerFactory.getLogger(Standalone.class).info("LotView starts");
    try {
      Standalone standalone = start(Settings.of(System.getenv(), args), progress);
      Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "shutdown"));
    } catch (RuntimeException e) {
      System.err.println("LotView cannot start: " + sentence(e));
      System.exit(1);
    }
  }

  private static String sentence(RuntimeException e) {
    if (e instanceof StartupException) {
      return String.valueOf(e.getMessage());
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root + " (details are in the log under LOTVIEW_HOME/logs)";
  }

  static Standalone start(Settings settings, Progress progress) {
    Standalone standalone = new Standalone(settings, Home.open(settings.home()), progress);
    try {
      standalone.startParts();
      return standalone;
    } catch (RuntimeException e) {
      standalone.close();
      throw e;
    }
  }

  private void startParts() {
    Ports ports = new Ports(home, settings.port());
    LocalSecrets secrets = new LocalSecrets(home);
    progress.step("PostgreSQL, Kafka, object store" + (settings.sandbox() ? ", sandbox" : ""));
    CompletableFuture<LocalPostgres> postgres = postgres(ports, secrets);
    CompletableFuture<LocalKafka> kafka = kafka(ports, secrets);
    CompletableFuture<LocalStorage> storage = storage(ports, secrets);
    String sandboxUrl = settings.sandbox() ? sandbox(ports).url() : null;
    LocalPostgres database = join(postgres);
    Environment environment =
        new Environment(
            ports, secrets, join(kafka).bootstrapServers(), join(storage).url(), home.path("mail"));
    Map<String, String> worker = workerEnvironment(environment, database, sandboxUrl);
    Services services = new Services();
    own(services);
    services.start(name -> environment.of(name, database), progress);
    if (settings.worker()) {
      progress.step("browser worker, as a process of its own");
      own(WorkerProcess.start(worker, home.path("logs/worker.log")));
    }
    LocalMailPage mails =
        LocalMailPage.start(home.path("mail"), ports.of("mail"), secrets.password("mail-page"));
    own(mails);
    ready(secrets, sandboxUrl, worker);
    progress.step("mails: " + mails.url());
  }

  private CompletableFuture<LocalPostgres> postgres(Ports ports, LocalSecrets secrets) {
    return begin(
        () ->
            LocalPostgres.start(
                home.path("postgres"),
                home.path("postgres-programs"),
                ports.stable("postgres"),
                secrets.password(LocalSecrets.SUPERUSER)),
        started -> {
          for (String schema : Environment.SCHEMAS.values()) {
            started.provision(schema, secrets.password("database-" + schema));
          }
          started.keepRunning();
        });
  }

  private CompletableFuture<LocalKafka> kafka(Ports ports, LocalSecrets secrets) {
    return begin(
        () ->
            LocalKafka.start(
                home.path("kafka"),
                ports.of("kafka"),
                ports.of("kafka-controller"),
                secrets.password(LocalSecrets.KAFKA_SUPERUSER)),
        started -> {
          KafkaProvisioner.provision(started.superuser(), secrets.kafkaPasswords());
          KafkaRewind.afterRestore(home, started.superuser());
        });
  }

  private CompletableFuture<LocalStorage> storage(Ports ports, LocalSecrets secrets) {
    return begin(
        () ->
            LocalStorage.start(
                home.path("objects"), ports.of("storage"), "lotview", secrets.password("storage")),
        started -> {});
  }

  private Sandbox sandbox(Ports ports) {
    Sandbox sandbox =
        Sandbox.builder().port(ports.of("sandbox")).dataDir(home.path("sandbox")).start();
    own(sandbox);
    return sandbox;
  }

  private Map<String, String> workerEnvironment(
      Environment environment, LocalPostgres database, @Nullable String sandboxUrl) {
    Map<String, String> worker = new LinkedHashMap<>(environment.of("worker", database));
    worker.put("MARKETPLACE_URL", settings.marketplace(sandboxUrl));
    worker.put("LOTVIEW_WORKER_HOME", workerFolder().toString());
    worker.put("LOTVIEW_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    return worker;
  }

  // Chromium keeps sockets in a job's folder, and a socket's path has at most 107 characters: so
  // the folder's path is short, with a hash that distinguishes installations.
  private Path workerFolder() {
    String mark = Integer.toHexString(settings.home().toString().hashCode());
    return Path.of(System.getProperty("java.io.tmpdir"), "lotview-" + mark);
  }

  private void ready(
      LocalSecrets secrets, @Nullable String sandboxUrl, Map<String, String> worker) {
    StringBuilder text = new StringBuilder();
    worker.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    home.writePrivate("run/worker.env", text.toString());
    String url = "http://127.0.0.1:" + settings.port();
    String password = secrets.password("demo-login");
    home.writePrivate(
        "run/ready.properties",
        "url=%s\nsandbox=%s\nmarketplace=%s\nemail=%s\npassword=%s\nseconds=%.1f\n"
            .formatted(
                url,
                sandboxUrl == null ? "" : sandboxUrl,
                settings.marketplace(sandboxUrl),
                DemoLogin.GM_EMAIL,
                password,
                progress.seconds()));
    progress.step("ready: " + url);
    progress.step("dashboard: " + url + "/app/");
    progress.step("login: " + DemoLogin.GM_EMAIL + "  password: " + password);
    if (sandboxUrl != null) {
      progress.step(
          "sandbox marketplace: " + sandboxUrl + " (ledger: " + sandboxUrl + "/__ledger)");
    }
  }

  /**
   * Starts a part beside the others, then gives it what it must hold; closed even if that fails.
   */
  private <T extends AutoCloseable> CompletableFuture<T> begin(
      Supplier<T> start, Consumer<T> provision) {
    return CompletableFuture.supplyAsync(
        () -> {
          T part = start.get();
          own(part);
          provision.accept(part);
          return part;
        },
        command -> Thread.ofPlatform().name("start").start(command));
  }

  private void own(AutoCloseable part) {
    synchronized (parts) {
      parts.push(part);
    }
  }

  private static <T> T join(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    synchronized (parts) {
      while (!parts.isEmpty()) {
        try {
          parts.pop().close();
        } catch (Exception e) {
          System.err.println("While stopping: " + e.getMessage());
        }
      }
    }
  }
}
