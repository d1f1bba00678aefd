package com.lotview.standalone.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A machine of small programs and files on which everything is well, until something is changed.
 */
final class PlantedMachine {
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "basename",
          "cat",
          "dirname",
          "find",
          "grep",
          "head",
          "ls",
          "mkdir",
          "printf",
          "readlink",
          "rm",
          "sed",
          "sort",
          "touch",
          "tr",
          "true");

  /** The file system, as far as the script looks at it. */
  final Path root;

  /** Run before the script's functions. */
  String before = "";

  final Map<String, String> variables = new TreeMap<>();

  /**
   * @param tools folder of the programs that the script needs on every machine
   */
  PlantedMachine(Path root, Path tools, int port) throws IOException {
    this.root = root;
    program("bin/mvn", "exit 0");
    program("bin/Xvfb", "exit 0");
    program("bin/heif-dec", "exit 0");
    program("bin/id", "echo 0");
    program("bin/unshare", "exit 0");
    program("bin/df", "echo header; echo /dev/disk 90000000 1 80000000 1% /");
    program("usr/lib/jvm/jdk/bin/javac", "exit 0");
    program("usr/lib/jvm/jdk/bin/java", "echo 'openjdk version \"25.0.1\" 2025-10-21' >&2");
    program("usr/bin/chromium", "echo Chromium 140.0.7339.185 built on Debian");
    program("usr/bin/chromedriver", "echo 'ChromeDriver 140.0.7339.80 (abc)'");
    file("proc/meminfo", "MemTotal: 8000000 kB\nMemAvailable:    6000000 kB\n");
    Files.createDirectories(root.resolve("dev/shm"));
    Files.createSymbolicLink(root.resolve("dev/null"), Path.of("/dev/null"));
    variables.put("PATH", root.resolve("bin") + ":" + tools);
    variables.put("HOME", Files.createDirectories(root.resolve("home")).toString());
    variables.put("LOTVIEW_HOME", root.resolve("lotview").toString());
    variables.put("LOTVIEW_PORT", String.valueOf(port));
  }

  /** Fills a folder with links to this machine's tools, and to nothing that is looked for. */
  static void linkTools(Path tools) throws IOException {
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), real(tool));
    }
  }

  /** Removes the links, so that nobody who removes the folder follows them. */
  static void unlinkTools(Path tools) throws IOException {
    for (String tool : TOOLS) {
      Files.delete(tools.resolve(tool));
    }
  }

  private static Path real(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(tool + " is not on the PATH"));
  }

  /** A program in the place of one that is there, or a new one. */
  void program(String name, String script) {
    Path program = file(name, "#!/bin/sh\n" + script + "\n");
    try {
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name, String content) {
    try {
      remove(name);
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the script says. */
  Said doctor() throws IOException, InterruptedException {
    String script =
        """
        set -euo pipefail
        ROOT=$1 CALLER=$PWD
        for part in tools run doctor doctor-machine; do . "$ROOT/scripts/$part.sh"; done
        MACHINE=$2
        %s
        doctor_here
        exit $wrong
        """
            .formatted(before);
    Path repository = Path.of("..").toAbsolutePath().normalize();
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/bash", "-c", script, "doctor", repository.toString(), root.toString());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    remove("dev/null");
    return new Said(code, text.lines().toList());
  }

  /** The lines and the exit code. */
  record Said(int code, List<String> lines) {
    /** Those that begin with the word, each with its cure. */
    List<String> of(String word) {
      return java.util.stream.IntStream.range(0, lines.size())
          .filter(i -> lines.get(i).startsWith(word))
          .mapToObj(i -> lines.get(i) + "\n" + (i + 1 < lines.size() ? lines.get(i + 1) : ""))
          .toList();
    }
  }
}
