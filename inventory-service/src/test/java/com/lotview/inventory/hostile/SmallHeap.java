package com.lotview.inventory.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reads hostile files in a separate process with a heap of 512 MB: if it runs out of memory, it
 * ends without results for the files that follow.
 */
public final class SmallHeap {
  private static final String MARK = "FILE\t";
  private static final int LONGEST_LINE = 1_200;
  private static final String TAKEN = "(taken)";

  private SmallHeap() {}

  /**
   * The result of each file, by name: the reason of its refusal, or {@code (taken)}.
   *
   * @param main a class of the tests whose {@code main} calls {@link #tell} for each file
   */
  public static Map<String, String> run(Class<?> main) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = process.waitFor();
      if (end != 0) {
        throw new AssertionError("it ended with " + end + ":\n" + said);
      }
      return read(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> read(String said) {
    System.out.print(said);
    if (said.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
      throw new AssertionError("a reason is longer than people read");
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : said.lines().filter(one -> one.startsWith(MARK)).toList()) {
      List<String> parts = new ArrayList<>(List.of(line.split("\t", -1)));
      reasons.put(parts.get(1), parts.get(2));
    }
    return reasons;
  }

  /** Reads one file and reports the result; an error other than a refusal ends the process. */
  public static void tell(String name, Class<? extends Exception> refusal, Callable<?> reading)
      throws Exception {
    long begun = System.nanoTime();
    String reason = TAKEN;
    try {
      reading.call();
    } catch (Exception e) {
      if (!refusal.isInstance(e)) {
        throw new AssertionError(name, e);
      }
      reason = e.getMessage();
    }
    System.out.printf(
        "%s%s\t%s\t%d ms%n", MARK, name, reason, (System.nanoTime() - begun) / 1_000_000);
  }
}
