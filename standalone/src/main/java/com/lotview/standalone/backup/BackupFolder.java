package com.lotview.standalone.backup;

import com.lotview.standalone.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder with backups: {@code base-TIME} for each base backup, named by the time at which it
 * was complete, {@code wal} with the log files, and {@code objects}. Only its owner can read it.
 */
record BackupFolder(Path path) {
  private static final String BASE = "base-";
  private static final String OPEN = "open-";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * A folder for backups; it is made if it is not there.
   *
   * @throws StartupException if it cannot be written
   */
  static BackupFolder at(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    if (path.toString().contains("'") || path.toString().contains("%")) {
      throw new StartupException("the folder's name must not contain ' or %: " + path);
    }
    try {
      Files.createDirectories(path.resolve("wal"));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      return new BackupFolder(path);
    } catch (IOException e) {
      throw new StartupException("the folder " + path + " cannot be written: " + e.getMessage(), e);
    }
  }

  Path wal() {
    return path.resolve("wal");
  }

  Path objects() {
    return path.resolve("objects");
  }

  /** A new folder for a base backup that is not complete yet. */
  Path begin(Instant now) throws IOException {
    return Files.createDirectory(path.resolve(OPEN + NAME.format(now)));
  }

  /** Names a base backup that is complete. */
  String complete(Path open, Instant now) throws IOException {
    Path base = path.resolve(BASE + NAME.format(now));
    Files.move(open, base);
    return base.getFileName().toString();
  }

  /** The latest base backup that was complete at a time. */
  Optional<Path> latest(Instant at) throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(base -> base.getFileName().toString().startsWith(BASE))
          .filter(base -> !completed(base).isAfter(at))
          .max(Comparator.comparing(BackupFolder::completed));
    }
  }

  private static Instant completed(Path base) {
    String name = base.getFileName().toString().substring(BASE.length());
    return NAME.parse(name, Instant::from);
  }

  /** The size of a base backup. */
  long mib(String base) throws IOException {
    try (Stream<Path> all = Files.walk(path.resolve(base))) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }
}
