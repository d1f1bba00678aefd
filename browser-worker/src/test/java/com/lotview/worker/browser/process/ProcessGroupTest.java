package com.lotview.worker.browser.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lotview.worker.browser.pool.BrowserReaper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGroupTest {

  @TempDir Path folder;

  /** A leader with a child, both naming the folder the way a driver does. */
  private Process start(Path job) throws Exception {
    Files.createDirectories(job);
    Process process =
        new ProcessBuilder(
                "setsid",
                "sh",
                "-c",
                "echo $$ > $0/browser.pgid; sleep 60 & wait",
                job.toString(),
                "--log-path=" + job + "/driver.log")
            .start();
    while (ProcessGroup.read(job).isEmpty()) {
      Thread.onSpinWait();
    }
    return process;
  }

  @Test
  void killingAGroupEndsTheLeaderAndItsChildren() throws Exception {
    Process process = start(folder.resolve("a"));
    long group = ProcessGroup.read(folder.resolve("a")).orElseThrow();
    assertThat(ProcessGroup.alive(group)).isTrue();

    assertThat(ProcessGroup.kill(group)).isTrue();

    assertThat(ProcessGroup.alive(group)).isFalse();
    assertThat(process.waitFor()).isNotZero();
    assertThat(ProcessGroup.kill(group)).as("again").isTrue();
  }

  @Test
  void ourOwnGroupIsNeverKilled() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProcessGroup.kill(ProcessGroup.own()));
    assertThatIllegalArgumentException().isThrownBy(() -> ProcessGroup.kill(1));
  }

  @Test
  void aNumberThatBelongsToSomebodyElseNowIsLeftAlone() throws Exception {
    Process other = start(folder.resolve("other"));
    long group = ProcessGroup.read(folder.resolve("other")).orElseThrow();
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve(ProcessGroup.FILE), String.valueOf(group));

    assertThat(ProcessGroup.killOf(mine)).isTrue();

    assertThat(ProcessGroup.alive(group)).isTrue();
    assertThat(ProcessGroup.kill(group)).isTrue();
    other.waitFor();
  }

  @Test
  void aSweepEndsWhatADeadWorkerLeftAndSparesALivingOne() throws Exception {
    Process orphan = start(folder.resolve("dead"));
    Process kept = start(folder.resolve("living"));
    FolderOwner.write(folder.resolve("living"));
    Files.writeString(folder.resolve("dead").resolve("owner"), "1 1970-01-01T00:00:00Z");

    BrowserReaper.Swept swept = BrowserReaper.sweep(folder);

    assertThat(swept).isEqualTo(new BrowserReaper.Swept(1, 1));
    assertThat(orphan.waitFor()).isNotZero();
    assertThat(folder.resolve("dead")).doesNotExist();
    assertThat(kept.isAlive()).isTrue();
    assertThat(ProcessGroup.killOf(folder.resolve("living"))).isTrue();
    kept.waitFor();
  }
}
