package com.lotview.worker.browser.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {

  @TempDir Path proc;
  @TempDir Path groups;

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @BeforeEach
  void machine() throws IOException {
    write(proc.resolve("meminfo"), "MemTotal: 9000 kB\nMemAvailable:    4000 kB\n");
  }

  private long free() {
    return new FreeMemory(proc, groups).getAsLong();
  }

  @Test
  void withoutGroupsItIsWhatTheMachineHas() {
    assertThat(free()).isEqualTo(4_096_000);
  }

  @Test
  void theNarrowestGroupCounts() throws IOException {
    write(proc.resolve("self/cgroup"), "0::/pod/box\n");
    write(groups.resolve("pod/box/memory.max"), "max\n");
    write(groups.resolve("pod/box/memory.current"), "100\n");
    write(groups.resolve("pod/memory.max"), "3000\n");
    write(groups.resolve("pod/memory.current"), "2500\n");
    write(groups.resolve("pod/memory.stat"), "anon 1\ninactive_file 200\n");
    assertThat(free()).isEqualTo(700);
  }

  @Test
  void theOlderKindOfGroupsCountsToo() throws IOException {
    write(proc.resolve("self/cgroup"), "5:cpu:/x\n4:memory:/x\n");
    write(groups.resolve("memory/x/memory.limit_in_bytes"), "1000\n");
    write(groups.resolve("memory/x/memory.usage_in_bytes"), "400\n");
    assertThat(free()).isEqualTo(600);
  }
}
