package com.lotview.faults.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other processes of this machine, by number or by a folder in their command line. */
public final class Processes {
  private Processes() {}

  /** Sends a signal; a process that is gone is no error. */
  static void signal(String name, long pid) {
    run("kill", "-" + name, String.valueOf(pid));
  }

  /** Runs a program of the system; returns whether it succeeded. */
  public static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The command line. */
  static List<String> command(long pid) throws IOException {
    String line =
        Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.UTF_8);
    return Arrays.asList(line.split("\0"));
  }

  /** Processes that have the text in their command line. */
  static List<ProcessHandle> naming(String text) {
    return ProcessHandle.allProcesses().filter(process -> names(process, text)).toList();
  }

  private static boolean names(ProcessHandle process, String text) {
    try {
      return process.pid() != ProcessHandle.current().pid()
          && String.join(" ", command(process.pid())).contains(text);
    } catch (IOException e) {
      return false;
    }
  }
}
