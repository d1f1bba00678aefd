package com.lotview.standalone.backup;

import com.lotview.standalone.Home;
import com.lotview.standalone.StartupException;
import com.lotview.standalone.client.Progress;
import com.lotview.standalone.server.KafkaRewind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./lotview restore FOLDER [--at TIME] [--keys FOLDER]}: puts a backup into {@code
 * LOTVIEW_HOME}, which must have no database. The next {@code ./lotview up} plays the log up to the
 * time, or to its end.
 *
 * <p>What went live after that time is not in the database: each posting that could have is looked
 * for on its account before it may be posted (ADR 52).
 */
public final class Restore {
  private Restore() {}

  public static void main(String[] args) {
    try {
      Map<String, String> options = options(args);
      String at = options.get("--at");
      String keys = options.get("--keys");
      into(
          Backup.home(),
          Path.of(args[0]),
          at == null ? Instant.MAX : time(at),
          keys == null ? Backup.home().resolve("secrets") : Path.of(keys),
          new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (StartupException e) {
      System.err.println("Nothing was restored: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < args.length; i += 2) {
      if (!Set.of("--at", "--keys").contains(args[i])) {
        throw new StartupException("restore knows --at and --keys, not " + args[i]);
      }
      if (i + 1 == args.length) {
        throw new StartupException(args[i] + " needs a value");
      }
      options.put(args[i], args[i + 1]);
    }
    return options;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new StartupException("--at must look like 2026-12-01T09:30:00Z, not " + text, e);
    }
  }

  /**
   * Restores.
   *
   * @param at the moment to go back to; {@link Instant#MAX} for all that the archive has
   * @param keys the folder {@code secrets} of the lost installation
   * @throws StartupException if the home has a database, or the backup or its keys are missing
   */
  public static void into(Path home, Path folder, Instant at, Path keys, PrintStream out) {
    try (Home free = Home.open(home)) {
      refuse(free.path("postgres"), keys);
      BackupFolder backup = BackupFolder.at(folder);
      Path base =
          backup
              .latest(at)
              .orElseThrow(() -> new StartupException("no backup in " + folder + " is that old"));
      put(free, backup, base, at, keys, new Progress(out));
    } catch (IOException e) {
      throw new StartupException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuse(Path data, Path keys) {
    if (Files.exists(data)) {
      throw new StartupException(
          data + " exists; move it away first, because nothing is overwritten");
    }
    if (!Files.exists(keys.resolve("session-open.key"))) {
      throw new StartupException("no keys in " + keys + "; name their folder by --keys");
    }
  }

  private static void put(
      Home home, BackupFolder backup, Path base, Instant at, Path keys, Progress progress)
      throws IOException {
    progress.step("database, from " + base.getFileName());
    Path draft = home.path("postgres.part");
    // What an earlier restore left that was cut off.
    FileSystemUtils.deleteRecursively(draft);
    new Copies().copy(base, draft, file -> true, inside -> true);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
    recover(draft, backup.wal(), at);
    progress.step("photos and pictures, keys");
    new Copies().addMissing(backup.objects(), home.path("objects"));
    new Copies().addMissing(keys, home.path("secrets"));
    home.writePrivate(
        KafkaRewind.MARK, String.valueOf(at.equals(Instant.MAX) ? Instant.now() : at));
    Files.move(draft, home.path("postgres"));
    progress.step("ready: ./lotview up plays the log and goes on");
  }

  // Connections wait until the log is played: a service must not see the time before. What the
  // restored server archives belongs to a timeline of its own, so it may go to the same folder.
  private static void recover(Path data, Path wal, Instant at) throws IOException {
    StringBuilder settings =
        new StringBuilder("restore_command = 'cp \"%s/%%f\" \"%%p\"'\n".formatted(wal))
            .append("recovery_target_action = 'promote'\nhot_standby = off\n");
    if (!at.equals(Instant.MAX)) {
      // Abbreviations of zones, such as Z, are refused here.
      String time = at.toString().replace("T", " ").replace("Z", "+00");
      settings.append("recovery_target_time = '").append(time).append("'\n");
    }
    Files.writeString(
        data.resolve("postgresql.auto.conf"), settings.toString(), StandardOpenOption.APPEND);
    Files.createFile(data.resolve("recovery.signal"));
  }
}
