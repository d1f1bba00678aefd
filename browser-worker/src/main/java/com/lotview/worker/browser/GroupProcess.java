package com.lotview.worker.browser;

import com.lotview.worker.browser.BrowserStartException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
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

/**
 * A process that works beside browsers, as leader of a group of its own whose number is written
 * into its folder before it does anything. It is given nothing of this process's environment, and
 * says in its first line that it is ready. Thread-safe.
 */
public final class GroupProcess implements AutoCloseable {

  /** How a process that has no other way names its folder, so that whoever clears up finds it. */
  public static final String FOLDER = "--folder=";

  private static final Duration READY_WITHIN = Duration.ofSeconds(15);
  private static final String START = "echo $$ > \"$0\"; exec setsid \"$@\"";

  private final Process process;
  private final Path mark;
  private final String firstLine;

  private GroupProcess(Process process, Path mark, String firstLine) {
    this.process = process;
    this.mark = mark;
    this.firstLine = firstLine;
  }

  /**
   * Starts it and waits for its first line.
   *
   * @param folder its folder, made if absent; the command must name it
   * @param name of the process: {@code name.pgid} and {@code name.log} are its files
   * @param input what it reads from its standard input, which stays open
   * @throws BrowserStartException if it ends, or is silent for too long; it is gone then
   */
  public static GroupProcess start(
      Path folder, String name, List<String> command, Map<String, String> environment, byte[] input)
      throws IOException {
    Files.createDirectories(folder);
    FolderOwner.write(folder);
    Path mark = folder.resolve(name + ".pgid");
    Path log = folder.resolve(name + ".log");
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", START, mark.toString()));
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      OutputStream to = process.getOutputStream();
      to.write(input);
      to.flush();
      return new GroupProcess(process, mark, firstLine(process, name, log));
    } catch (IOException | RuntimeException failure) {
      process.destroyForcibly();
      Files.deleteIfExists(mark);
      throw failure;
    }
  }

  private static String firstLine(Process process, String name, Path log) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(reader, line));
    try {
      return line.orTimeout(READY_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException silent) {
      String said = Files.exists(log) ? Files.readString(log).strip() : "";
      throw new BrowserStartException(
          Reason.DID_NOT_START,
          name + " did not start" + (said.isEmpty() ? "" : ": " + said.lines().toList().getLast()),
          silent);
    }
  }

  private static void read(BufferedReader reader, CompletableFuture<String> line) {
    try {
      line.complete(Objects.requireNonNull(reader.readLine(), "it ended"));
    } catch (IOException | RuntimeException failure) {
      line.completeExceptionally(failure);
    }
  }

  /** What it said when it was ready. */
  public String firstLine() {
    return firstLine;
  }

  /** Its process group. */
  public long group() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Ends the group at once and waits until nothing of it lives. Safe to call twice. */
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
