package com.lotview.worker.browser.process;

import com.lotview.worker.browser.process.BrowserStartException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A process beside browsers, leader of its own group, whose number is written into its folder
 * first. It gets no environment of this process, and its first output line says that it is ready.
 * Its errors are read here. Thread-safe.
 */
public final class SidecarProcess implements AutoCloseable {

  /** Argument by which a process names its folder, so that a sweep finds it. */
  public static final String FOLDER = "--folder=";

  private static final System.Logger LOG = System.getLogger(SidecarProcess.class.getName());
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
  private static final String START = "echo $$ > \"$0\" && exec setsid \"$@\"";

  private final Process process;
  private final Path mark;
  private final BufferedReader says;
  private final String firstLine;

  private SidecarProcess(Process process, Path mark, BufferedReader says, String firstLine) {
    this.process = process;
    this.mark = mark;
    this.says = says;
    this.firstLine = firstLine;
  }

  /**
   * Starts the process and waits for its first line.
   *
   * @param folder its folder, created if missing; the command must name it
   * @param name of the process; {@code name.pgid} is its file
   * @param input text for its standard input, which stays open
   * @throws BrowserStartException if it ends or stays silent for too long; no process is left then
   */
  public static SidecarProcess start(
      Path folder, String name, List<String> command, Map<String, String> environment, byte[] input)
      throws IOException {
    Files.createDirectories(folder);
    FolderOwner.write(folder);
    Path mark = folder.resolve(name + ".pgid");
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", START, mark.toString()));
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      OutputStream to = process.getOutputStream();
      to.write(input);
      to.flush();
      BufferedReader says = reader(process.getInputStream());
      return new SidecarProcess(process, mark, says, firstLine(process, name, says));
    } catch (IOException | RuntimeException failure) {
      process.destroyForcibly();
      Files.deleteIfExists(mark);
      throw failure;
    }
  }

  private static String firstLine(Process process, String name, BufferedReader reader) {
    AtomicReference<String> complaint = new AtomicReference<>("");
    Thread complaints = Thread.ofVirtual().start(() -> hear(process, name, complaint));
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(reader, line));
    try {
      return line.orTimeout(READY_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException silent) {
      process.destroyForcibly();
      awaitLast(complaints);
      throw new BrowserStartException(
          Reason.DID_NOT_START, name + " did not start: " + complaint.get(), silent);
    }
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static void hear(Process process, String name, AtomicReference<String> last) {
    try (BufferedReader reader = reader(process.getErrorStream())) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last.set(line);
        LOG.log(System.Logger.Level.DEBUG, name + ": " + line);
      }
    } catch (IOException ended) {
      LOG.log(System.Logger.Level.DEBUG, name + " is gone");
    }
  }

  private static void awaitLast(Thread complaints) {
    try {
      complaints.join(Duration.ofSeconds(1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(BufferedReader reader, CompletableFuture<String> line) {
    try {
      line.complete(Objects.requireNonNull(reader.readLine(), "it ended"));
    } catch (IOException | RuntimeException failure) {
      line.completeExceptionally(failure);
    }
  }

  /** Its first line. */
  public String firstLine() {
    return firstLine;
  }

  /**
   * Sends a line and waits for its answer.
   *
   * @throws IllegalStateException if it does not give this answer; do not use it then
   */
  public synchronized void tell(String line, String answer) {
    CompletableFuture<String> said = new CompletableFuture<>();
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      Thread.ofVirtual().start(() -> read(says, said));
      if (said.orTimeout(ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS).join().equals(answer)) {
        return;
      }
      throw new IllegalStateException("it says " + said.join() + " to '" + line + "'");
    } catch (IOException | CompletionException silent) {
      throw new IllegalStateException("it does not take '" + line + "'", silent);
    }
  }

  /** Its process group. */
  public long group() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Kills the group and waits until it has ended. Safe to call twice. */
  @Override
  public void close() {
    if (!ProcessGroup.kill(group())) {
      throw new IllegalStateException("process group " + group() + " cannot be ended");
    }
    try {
      Files.deleteIfExists(mark);
    } catch (IOException leftover) {
      throw new UncheckedIOException(leftover);
    }
  }
}
