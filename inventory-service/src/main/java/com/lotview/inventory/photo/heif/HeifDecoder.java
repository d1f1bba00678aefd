package com.lotview.inventory.photo.heif;

import com.lotview.inventory.photo.picture.Heif;
import com.lotview.inventory.photo.picture.UnusableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Makes a JPEG of a HEIF picture with libheif's program. A decoder of HEVC that meets a malicious
 * file can do what its process can. So each picture has its own process, with limits, without the
 * variables of this one, and in a folder that is removed.
 */
public final class HeifDecoder {
  // A picture of 48 megapixels needs 400 MB of addresses; one of a phone, 12 megapixels, 150.
  private static final long MAX_MEMORY_BYTES = 768L * 1024 * 1024;
  private static final long LARGEST_FILE = 64L * 1024 * 1024;
  private static final int OPEN_FILES = 64;
  // The pixels are made smaller and encoded once more, so a loss must not show.
  private static final String QUALITY = "95";
  private static final String IN = "in.heif";
  private static final String OUT = "out.jpg";
  private static final int KILLED = 128;
  // Of prlimit and unshare, if there is no such program or it may not be run.
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  private final List<String> command;
  private final Duration timeout;

  /**
   * Uses the programs as they are.
   *
   * @param isolation starts the rest of a command line without network; empty: with the network
   * @param timeout for a picture, of the clock and of a processor
   */
  HeifDecoder(List<String> isolation, Path prlimit, Path program, Duration timeout) {
    long seconds = Math.max(1, timeout.toSeconds());
    List<String> line = new ArrayList<>(isolation);
    line.add(prlimit.toString());
    line.add("--as=" + MAX_MEMORY_BYTES);
    line.add("--cpu=" + seconds);
    line.add("--fsize=" + LARGEST_FILE);
    line.add("--nofile=" + OPEN_FILES);
    line.add("--core=0");
    line.add(program.toString());
    line.addAll(List.of("--quiet", "-q", QUALITY, IN, OUT));
    this.command = List.copyOf(line);
    this.timeout = timeout;
  }

  /**
   * The primary picture as a JPEG, the right way up, with its colour profile and no other metadata.
   * Blocking.
   *
   * @throws UnusableImageException if it cannot be decoded within the limits
   * @throws IOException if the program cannot be run
   */
  public byte[] jpeg(byte[] file) throws IOException, InterruptedException {
    byte[] primary = Heif.primaryOnly(file);
    Path folder = Files.createTempDirectory(Leftovers.PREFIX);
    try {
      Files.write(folder.resolve(IN), primary);
      run(folder);
      return result(folder.resolve(OUT));
    } finally {
      Leftovers.remove(folder);
    }
  }

  private void run(Path folder) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // The variables of this process hold passwords. One arena: each reserves 64 MB of addresses.
    builder.environment().clear();
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() > KILLED) {
        throw new UnusableImageException(
            "takes more time or memory to decode than a photo does; save it as JPEG");
      }
      if (NOT_RUN.contains(process.exitValue())) {
        throw new IOException(command + " ended with " + process.exitValue());
      }
      if (process.exitValue() != 0) {
        throw undecodable();
      }
    } finally {
      kill(process);
    }
  }

  // With its network isolated, its processes die with the first of them; if not, each is killed.
  private static void kill(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  private static byte[] result(Path out) throws IOException {
    if (!Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
      throw undecodable();
    }
    // A link or a pipe would make this process read something else, or wait for ever.
    BasicFileAttributes what =
        Files.readAttributes(out, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!what.isRegularFile() || what.size() > LARGEST_FILE) {
      throw undecodable();
    }
    return Files.readAllBytes(out);
  }

  private static UnusableImageException undecodable() {
    return new UnusableImageException("cannot be decoded");
  }
}
