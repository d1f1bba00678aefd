package com.lotview.inventory.photo.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.inventory.photo.picture.UnusableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that do what a decoder does that a malicious picture has taken over. */
class HeifLimitsTest {
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final String TOO_MUCH =
      "takes more time or memory to decode than a photo does; save it as JPEG";
  private static final byte[] PHOTO = TestImages.file("corners.heic");

  @TempDir Path folder;
  private Path made = Path.of("");
  private Path log = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(Files.isExecutable(PRLIMIT), "prlimit is installed (util-linux)");
    made = Files.write(folder.resolve("made.jpg"), TestImages.jpeg(8, 8, 1));
    log = folder.resolve("log");
  }

  @Test
  void a_program_gets_the_picture_and_no_variable_of_the_service() throws Exception {
    byte[] jpeg =
        decoder("env >> " + log + "; test -s \"$4\" && cp " + made + " \"$5\"", 60).jpeg(PHOTO);

    assertThat(jpeg).isEqualTo(Files.readAllBytes(made));
    assertThat(Files.readAllLines(log).stream().skip(1).map(line -> line.replaceAll("=.*", "")))
        .isSubsetOf("MALLOC_ARENA_MAX", "PWD", "OLDPWD", "SHLVL", "_");
    assertGone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "sleep 1000 & wait"})
  void one_that_does_not_end_is_killed_with_its_children(String work) throws Exception {
    assertRefused(work, 5, TOO_MUCH);

    assertGone();
  }

  @Test
  void one_that_writes_without_end_is_killed() throws Exception {
    assertRefused("cat /dev/zero > \"$5\"; exit $?", 60, TOO_MUCH);

    assertGone();
  }

  /** {@code tail} keeps a line in memory until it ends. */
  @Test
  void one_that_takes_too_much_memory_fails() throws Exception {
    String eat =
        "head -c 1200000000 /dev/zero | tail > /dev/null || exit 1; cp " + made + " \"$5\"";

    assertRefused(eat, 120, "cannot be decoded");
    assertGone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exit 1", "exit 0", "ln -s $MADE \"$5\"", "mkdir \"$5\"", "mkfifo \"$5\""})
  void what_is_no_file_of_its_own_is_not_read(String work) throws Exception {
    assertRefused(work.replace("$MADE", made.toString()), 60, "cannot be decoded");

    assertGone();
  }

  @Test
  void a_reader_that_is_stopped_ends_the_program() throws Exception {
    HeifDecoder decoder = decoder("sleep 1000", 60);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread reader =
        Thread.ofPlatform()
            .start(() -> {
              try {
                decoder.jpeg(PHOTO);
              } catch (Exception e) {
                end.set(e);
              }
            });
    await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(log) && Files.size(log) > 0);

    reader.interrupt();
    reader.join();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertGone();
  }

  @Test
  void a_program_that_is_missing_is_no_fault_of_the_picture() {
    Path missing = folder.resolve("missing");
    Duration minute = Duration.ofMinutes(1);

    assertThatThrownBy(() -> new HeifDecoder(List.of(), missing, missing, minute).jpeg(PHOTO))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new HeifDecoder(List.of(), PRLIMIT, missing, minute).jpeg(PHOTO))
        .isInstanceOf(IOException.class);
  }

  @Test
  void folders_of_a_service_that_was_killed_are_removed_later() throws Exception {
    Path old = Files.createTempDirectory(Leftovers.PREFIX);
    Files.writeString(old.resolve("in.heif"), "picture");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    Path young = Files.createTempDirectory(Leftovers.PREFIX);

    Leftovers.removeOlderThan(Duration.ofHours(1));

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    Leftovers.remove(young);
  }

  private void assertRefused(String work, int seconds, String reason) throws IOException {
    HeifDecoder decoder = decoder(work, seconds);

    assertThatThrownBy(() -> decoder.jpeg(PHOTO))
        .isInstanceOf(UnusableImageException.class)
        .hasMessage(reason);
  }

  // The program says first where it runs and which process it is.
  private HeifDecoder decoder(String work, int seconds) throws IOException {
    Path program = folder.resolve("program");
    Files.writeString(program, "#!/bin/sh\necho $(pwd) $$ > " + log + "\n" + work + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new HeifDecoder(List.of(), PRLIMIT, program, Duration.ofSeconds(seconds));
  }

  private void assertGone() throws IOException {
    String where = Files.readAllLines(log).getFirst().split(" ")[0];
    assertThat(where).contains(Leftovers.PREFIX);
    assertThat(Path.of(where)).doesNotExist();
    assertThat(
            ProcessHandle.allProcesses()
                .filter(one ->
                    one.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(folder.resolve("program").toString()::equals)))
        .isEmpty();
  }
}
