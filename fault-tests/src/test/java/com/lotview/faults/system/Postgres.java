package com.lotview.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The system's PostgreSQL, as a process of this machine. */
public final class Postgres {
  private static final Duration START = Duration.ofSeconds(60);

  private final Path data;
  private final Path log;
  private List<String> command = List.of();
  private long killed;

  Postgres(Path home) {
    this.data = home.resolve("postgres");
    this.log = home.resolve("logs/postgres-again.txt");
  }

  /** kill -9; its children notice and end. A running system restarts it automatically. */
  public void kill() {
    try {
      long pid = pid();
      killed = pid;
      command = Processes.command(pid);
      Processes.signal("KILL", pid);
      Awaitility.await("PostgreSQL is dead")
          .atMost(START)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !alive(pid));
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL is not there", e);
    }
  }

  // A process that was not waited for stays in the table, without a command line.
  private static boolean alive(long pid) {
    try {
      return !Processes.command(pid).getFirst().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  /** Waits until the running system has restarted it. */
  public void awaitNewOne() {
    Awaitility.await("PostgreSQL runs again by itself")
        .atMost(START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> ready(Files.readAllLines(data.resolve("postmaster.pid"))));
  }

  private boolean ready(List<String> status) {
    return status.size() > 7
        && !status.getFirst().strip().equals(String.valueOf(killed))
        && status.get(7).strip().equals("ready");
  }

  /** Restarts it on the same data; retries until the dead server's processes are gone. */
  public void startAgain() {
    List<String> again = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // PostgreSQL refuses root.
      again.addAll(List.of("unshare", "-U"));
    }
    again.addAll(command);
    Awaitility.await("PostgreSQL runs again")
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> runs(again));
  }

  private boolean runs(List<String> again) throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(again)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Path status = data.resolve("postmaster.pid");
    while (started.isAlive()) {
      List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
      if (lines.size() > 7
          && lines.getFirst().strip().equals(String.valueOf(started.pid()))
          && lines.get(7).strip().equals("ready")) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }
}
