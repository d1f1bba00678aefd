package com.lotview.bench.parts;

import com.lotview.standalone.StartupException;
import com.lotview.standalone.server.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL with its own folder and port, which may be stopped and killed at any time. */
public final class DatabasePart implements AutoCloseable {
  private final Path folder;
  private final int port;

  /** Of the superuser, of a server that lives for one measurement. */
  public static final String PASSWORD = "postgres";

  private LocalPostgres running;

  /** Starts it. */
  public DatabasePart(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.running = launch();
  }

  private LocalPostgres launch() {
    return LocalPostgres.start(
        folder.resolve("postgres"), folder.resolve("programs"), port, PASSWORD);
  }

  public LocalPostgres server() {
    return running;
  }

  public int port() {
    return port;
  }

  /** Kills the server without a shutdown; all its processes are gone when this returns. */
  public void kill() throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> children = server.descendants().toList();
    server.destroyForcibly();
    server.onExit().join();
    // They notice that their parent is gone, and end.
    children.forEach(child -> child.onExit().join());
    closeQuietly();
  }

  private void closeQuietly() {
    try {
      running.close();
    } catch (StartupException e) {
      // There is nothing left to stop.
    }
  }

  /** Stops the server in an orderly way. */
  public void stop() {
    running.close();
  }

  /** Starts it again on the same data and port. */
  public void start() {
    running = launch();
  }

  @Override
  public void close() {
    closeQuietly();
  }
}
