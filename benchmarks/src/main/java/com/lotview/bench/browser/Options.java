package com.lotview.bench.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param json where the figures go
 * @param home folder that is used and deleted
 * @param probe where the probe's tables go, as Markdown
 * @param node the program, and the folder with puppeteer-core; null if there is none
 * @param parts of the measurement; empty for all
 */
record Options(
    Path json,
    Path home,
    Path probe,
    @Nullable Path node,
    @Nullable Path yardstick,
    List<String> parts,
    int starts,
    int fills,
    int kills) {

  static final List<String> PARTS = List.of("start", "memory", "fill", "kill", "probe");

  static Options of(String[] args) {
    return new Options(
        Path.of(word(args, "--json").orElseThrow()),
        Path.of(word(args, "--home").orElseThrow()),
        Path.of(word(args, "--probe-file").orElseThrow()),
        word(args, "--node").map(Path::of).orElse(null),
        word(args, "--yardstick").map(Path::of).orElse(null),
        word(args, "--only").map(text -> List.of(text.split(","))).orElse(PARTS),
        number(args, "--starts", 10),
        number(args, "--fills", 20),
        number(args, "--kills", 100));
  }

  boolean wants(String part) {
    return parts.contains(part);
  }

  private static int number(String[] args, String name, int otherwise) {
    return word(args, name).map(Integer::parseInt).orElse(otherwise);
  }

  private static Optional<String> word(String[] args, String name) {
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(name) && !args[i + 1].isEmpty()) {
        return Optional.of(args[i + 1]);
      }
    }
    return Optional.empty();
  }
}
