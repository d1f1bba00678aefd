package com.lotview.worker.browser.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The state of one process in {@code /proc}. */
public record ProcessStat(long pid, char state, long group, Path entry) {

  /** Empty if the process has ended. */
  public static Optional<ProcessStat> read(Path entry) {
    try {
      String stat = Files.readString(entry.resolve("stat"), StandardCharsets.ISO_8859_1);
      // The name in brackets may contain brackets and spaces.
      String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4);
      long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
      return Optional.of(new ProcessStat(pid, rest[0].charAt(0), Long.parseLong(rest[2]), entry));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Whether it is a zombie. */
  public boolean ended() {
    return state == 'Z' || state == 'X';
  }

  /** Whether its command line contains the text. */
  public boolean names(String text) {
    return commandLine().contains(text);
  }

  public String commandLine() {
    try {
      return Files.readString(entry.resolve("cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }
}
