package com.lotview.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The processes of one installation, by kind. */
final class Processes {
  static final String SERVICES = "services, Kafka, store, sandbox";

  private final Path home;

  Processes(Path home) {
    this.home = home;
  }

  /** All that live now, by kind. */
  Map<String, List<Long>> byKind() {
    return ProcessHandle.allProcesses()
        .filter(process -> kind(process).isPresent())
        .collect(
            Collectors.groupingBy(
                process -> kind(process).orElseThrow(),
                LinkedHashMap::new,
                Collectors.mapping(ProcessHandle::pid, Collectors.toList())));
  }

  private Optional<String> kind(ProcessHandle process) {
    String text = words(process.pid());
    if (text.contains("Worker") && text.contains("java") && text.contains(home.toString())) {
      return Optional.of("browser workers");
    }
    if (text.contains("standalone.Standalone") && ofHome(process)) {
      return Optional.of(SERVICES);
    }
    if (text.contains("chrom") && text.contains(workerFolder())) {
      return Optional.of("browsers and drivers");
    }
    boolean postgres = text.startsWith("postgres:") || text.contains("/bin/postgres ");
    return postgres && ofHome(process) ? Optional.of("PostgreSQL") : Optional.empty();
  }

  /** A process of the installation, recognized by its own or its parent's command line. */
  private boolean ofHome(ProcessHandle process) {
    String parent = process.parent().map(p -> words(p.pid())).orElse("");
    return (words(process.pid()) + parent).contains(home.toString());
  }

  private String workerFolder() {
    return read(home.resolve("run/worker.env"))
        .lines()
        .filter(line -> line.startsWith("LOTVIEW_WORKER_HOME="))
        .map(line -> line.substring("LOTVIEW_WORKER_HOME=".length()))
        .findFirst()
        .orElse("no worker");
  }

  private static String words(long pid) {
    return read(Path.of("/proc", String.valueOf(pid), "cmdline")).replace('\0', ' ').strip();
  }

  /** A file of {@code /proc}; empty for a process that has ended meanwhile. */
  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
