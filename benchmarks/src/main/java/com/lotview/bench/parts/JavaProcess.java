package com.lotview.bench.parts;

import com.lotview.standalone.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A small Java process on this class path; it may be paused, killed and ended. */
public final class JavaProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one with the flags that the standalone gives its workers.
   *
   * @param log file for its output; replaced if it exists
   */
  public static JavaProcess start(
      Class<?> main, Path log, Map<String, String> environment, String... words)
      throws IOException {
    Files.createDirectories(log.getParent());
    Files.deleteIfExists(log);
    return new JavaProcess(JavaCommand.of(main, log, environment, words).start(), log);
  }

  /** Waits until it has logged these words. */
  public JavaProcess awaitSaid(String words) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(START);
    while (!(Files.exists(log) && Files.readString(log).contains(words))) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        throw new IllegalStateException("A process did not start; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return this;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Closes its standard input: the sign to end what it does. */
  public void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Kills it at once, without a chance to clean up. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Pauses it until it is resumed. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(process.pid())))
        .start()
        .waitFor();
  }

  /** Asks it to end, and waits until it has. */
  public void end() {
    process.destroy();
    process.onExit().completeOnTimeout(process, GRACE.toSeconds(), TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      kill();
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      end();
    }
  }
}
