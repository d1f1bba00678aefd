package com.lotview.bench.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another Java process after a collection; by {@code jcmd} of the same JDK. */
final class HeapUse {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final String pid;

  private HeapUse(String pid) {
    this.pid = pid;
  }

  /** Of the system on the folder. */
  static HeapUse of(Path home) throws IOException {
    return new HeapUse(Files.readString(home.resolve("run/standalone.pid")).strip());
  }

  /** MiB that are still referenced. */
  double mebibytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    long kilobytes =
        jcmd("GC.heap_info")
            .lines()
            .map(String::strip)
            .filter(line ->
                line.startsWith("def new")
                    || line.startsWith("tenured")
                    || line.startsWith("DefNew")
                    || line.startsWith("Tenured"))
            .map(USED::matcher)
            .filter(Matcher::find)
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum();
    return kilobytes / 1024.0;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), pid, command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
