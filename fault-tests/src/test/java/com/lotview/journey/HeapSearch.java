package com.lotview.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Searches a dump of a process's heap, garbage included, for texts. */
final class HeapSearch {
  private static final int PART = 1 << 20;

  private HeapSearch() {}

  /** Those of the texts that the process has in its memory. */
  static Set<String> found(long pid, Path folder, Collection<String> texts)
      throws IOException, InterruptedException {
    Path dump = folder.resolve("heap-" + pid + ".hprof");
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process dumping =
        new ProcessBuilder(
                jcmd.toString(), String.valueOf(pid), "GC.heap_dump", "-all", dump.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (dumping.waitFor() != 0 || !Files.exists(dump)) {
      throw new IllegalStateException("No dump was made: " + said);
    }
    try {
      return found(dump, texts);
    } finally {
      Files.delete(dump);
    }
  }

  private static Set<String> found(Path dump, Collection<String> texts) throws IOException {
    Map<byte[], String> forms = new LinkedHashMap<>();
    int longest = 0;
    for (String text : texts) {
      // Java keeps texts in one byte or two for each letter.
      for (var form :
          new java.nio.charset.Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
        byte[] bytes = text.getBytes(form);
        forms.put(bytes, text);
        longest = Math.max(longest, bytes.length);
      }
    }
    Set<String> found = new TreeSet<>();
    byte[] part = new byte[PART + longest];
    int kept = 0;
    try (InputStream content = Files.newInputStream(dump)) {
      for (int read = content.readNBytes(part, 0, PART);
          read > 0;
          read = content.readNBytes(part, kept, PART)) {
        int end = kept + read;
        forms.forEach((form, text) -> {
          if (!found.contains(text) && isIn(part, end, form)) {
            found.add(text);
          }
        });
        kept = Math.min(longest, end);
        System.arraycopy(part, end - kept, part, 0, kept);
      }
    }
    return found;
  }

  private static boolean isIn(byte[] part, int end, byte[] form) {
    for (int at = 0; at <= end - form.length; at++) {
      if (part[at] == form[0]
          && java.util.Arrays.equals(part, at, at + form.length, form, 0, form.length)) {
        return true;
      }
    }
    return false;
  }
}
