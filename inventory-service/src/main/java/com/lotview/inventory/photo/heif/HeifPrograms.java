package com.lotview.inventory.photo.heif;

import com.lotview.inventory.photo.picture.UnusableImageException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which program of this machine decodes HEIF pictures: each is tried with a small picture. */
public final class HeifPrograms {
  /** Given as a program's path: HEIF pictures are refused, whatever is installed. */
  public static final String NONE = "none";

  private static final Logger LOG = LoggerFactory.getLogger(HeifPrograms.class);
  // Debian 13 has the first, Debian 12 the second.
  private static final List<String> NAMES = List.of("heif-dec", "heif-convert");
  private static final String CURE =
      "Photos in HEIC and AVIF are refused: {}. Install libheif-examples, or set"
          + " PHOTO_HEIF_DECODER to heif-dec or heif-convert";
  private static final Duration LEFT_OVER = Duration.ofHours(1);
  // No network, and no sight of other processes, whose variables hold passwords.
  private static final List<String> APART =
      List.of(
          "--map-current-user", "--net", "--pid", "--fork", "--kill-child", "--mount-proc", "--");

  private HeifPrograms() {}

  /**
   * The decoder; empty if this machine has none. Blocking.
   *
   * @param configured path of the program; empty: the first on the {@code PATH}
   * @param timeout for each picture
   */
  public static Optional<HeifDecoder> find(String configured, Duration timeout) {
    if (configured.equals(NONE)) {
      return Optional.empty();
    }
    Leftovers.removeOlderThan(LEFT_OVER);
    Optional<Path> prlimit = onPath("prlimit");
    Optional<Path> program =
        configured.isEmpty()
            ? NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst()
            : Optional.of(Path.of(configured));
    if (prlimit.isEmpty() || program.isEmpty()) {
      LOG.warn(CURE, prlimit.isEmpty() ? "prlimit is missing" : "no decoder is installed");
      return Optional.empty();
    }
    return working(prlimit.get(), program.get(), timeout);
  }

  private static Optional<HeifDecoder> working(Path prlimit, Path program, Duration timeout) {
    Optional<Path> unshare = onPath("unshare");
    if (unshare.isPresent()) {
      List<String> apart =
          Stream.concat(unshare.stream().map(Path::toString), APART.stream()).toList();
      HeifDecoder isolated = new HeifDecoder(apart, prlimit, program, timeout);
      if (works(isolated)) {
        LOG.info("Photos in HEIC and AVIF are decoded by {}, without network", program);
        return Optional.of(isolated);
      }
    }
    HeifDecoder decoder = new HeifDecoder(List.of(), prlimit, program, timeout);
    if (works(decoder)) {
      LOG.warn(
          "Photos in HEIC and AVIF are decoded by {}, with the network of this service: unshare may"
              + " not make namespaces here",
          program);
      return Optional.of(decoder);
    }
    LOG.warn(CURE, program + " does not decode a picture of a phone");
    return Optional.empty();
  }

  private static boolean works(HeifDecoder decoder) {
    try (InputStream in = HeifPrograms.class.getResourceAsStream("probe.heic")) {
      return decoder.jpeg(Objects.requireNonNull(in).readAllBytes()).length > 0;
    } catch (UnusableImageException | IOException refused) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Path> onPath(String name) {
    String folders = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
    return Arrays.stream(folders.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name).toAbsolutePath())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
