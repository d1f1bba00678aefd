package com.lotview.faults.system;

import com.lotview.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;

/**
 * The system under test: services in one process, PostgreSQL, workers under debuggers; and the site
 * in this process, so that its ledger outlives everything. All of it ends when this is closed, or
 * with this process.
 */
public final class Scene implements AutoCloseable {
  private static final String SUPERVISOR =
      """
      while kill -0 $1 2>/dev/null; do sleep 1; done
      mine() { grep -lsaF -e "$2" -e "$3" /proc/[0-9]*/cmdline | cut -d/ -f3 | grep -vx $$; }
      mine "$@" | xargs -r kill -CONT 2>/dev/null
      mine "$@" | xargs -r kill -TERM 2>/dev/null
      sleep 20
      mine "$@" | xargs -r kill -KILL 2>/dev/null
      umount -l "$3" 2>/dev/null
      rm -rf "$2" "$3"
      """;

  private final Sandbox sandbox;
  private final SystemProcess system;
  private final Postgres postgres;
  private final Crew crew;
  private final Stock stock;
  private final WorkerDisk disk;
  private final Rules rules;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  private Scene(Path home, Rules rules) throws IOException {
    this.rules = rules;
    this.disk = WorkerDisk.make();
    // In a separate session, so that Ctrl-C does not end it too.
    new ProcessBuilder(
            "setsid",
            "sh",
            "-c",
            SUPERVISOR,
            "supervisor",
            String.valueOf(ProcessHandle.current().pid()),
            home.toString(),
            disk.folder().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    this.sandbox = Sandbox.builder().port(0).dataDir(null).seed(rules.seed()).pace(0.2).start();
    Map<String, String> environment = new HashMap<>(rules.system());
    environment.put("MARKETPLACE_URL", sandbox.url());
    environment.put("LOTVIEW_RATE_LIMITS", "off");
    this.system = SystemProcess.start(home, SystemProcess.freePort(), environment);
    this.postgres = new Postgres(home);
    this.stock = new Stock(home, sandbox.url());
    Map<String, String> worker = new HashMap<>(rules.worker());
    worker.put("LOTVIEW_BROWSERS", "1");
    // The site's variants are of many countries, the stock is of one.
    worker.put("LOTVIEW_UNITS", "account");
    worker.put("LOTVIEW_WORKER_HOME", disk.folder().toString());
    worker.put("LOTVIEW_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
    this.crew = new Crew(system, worker, rules.workers());
  }

  /** Starts everything on an empty folder. */
  public static Scene open(Path home, Rules rules) throws IOException {
    Files.createDirectories(home);
    return new Scene(home, rules);
  }

  public Rules rules() {
    return rules;
  }

  public Crew crew() {
    return crew;
  }

  public Stock stock() {
    return stock;
  }

  public WorkerDisk disk() {
    return disk;
  }

  public Postgres postgres() {
    return postgres;
  }

  public SystemProcess system() {
    return system;
  }

  /** Runs something after a while, in the background. */
  public void later(Duration wait, Runnable work) {
    var unused = later.schedule(work, wait.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  /** One statement without row-level security, tried until the database answers. */
  public void sql(String statement) {
    Awaitility.await("the database answers")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          try (Connection connection = system.superuser();
              Statement run = connection.createStatement()) {
            run.execute(statement);
            return true;
          } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("08")
                || String.valueOf(e.getSQLState()).startsWith("57")) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Processes of browsers that are left below the workers' folder. */
  public List<ProcessHandle> browsers() {
    return Processes.naming(disk.folder() + "/").stream()
        .filter(process -> process.info().command().orElse("").contains("chrom"))
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    later.shutdownNow();
    crew.close();
    system.close();
    sandbox.close();
    browsers().forEach(ProcessHandle::destroyForcibly);
    disk.close();
  }
}
