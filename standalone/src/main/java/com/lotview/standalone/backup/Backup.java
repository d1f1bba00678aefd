package com.lotview.standalone.backup;

import com.lotview.standalone.LocalSecrets;
import com.lotview.standalone.StartupException;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * {@code ./lotview backup FOLDER}: a base backup of the running installation. From the first one
 * on, PostgreSQL also copies each finished log file into the folder, at least one a minute, so that
 * {@link Restore} can go back to any moment since.
 */
public final class Backup {
  private Backup() {}

  public static void main(String[] args) {
    try {
      take(home(), Path.of(args[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (StartupException e) {
      System.err.println("No backup was made: " + e.getMessage());
      System.exit(1);
    }
  }

  static Path home() {
    return Path.of(System.getenv().getOrDefault("LOTVIEW_HOME", ".lotview")).toAbsolutePath();
  }

  /**
   * Takes one.
   *
   * @throws StartupException if the installation does not run, or the folder cannot be written
   */
  public static void take(Path home, Path folder, PrintStream out) {
    Progress progress = new Progress(out);
    BackupFolder backup = BackupFolder.at(folder);
    try (Connection superuser = superuser(home)) {
      progress.step("database");
      String name = new BaseBackup(superuser, home.resolve("postgres")).into(backup);
      progress.step("photos and pictures");
      Copies objects = new Copies();
      objects.addMissing(home.resolve("objects"), backup.objects());
      progress.step(
          "%s is complete: %d MiB of database, %d new files of photos and pictures"
              .formatted(name, backup.mib(name), objects.copied()));
      progress.step(
          "the keys are not in it: keep a copy of %s at another place; without them every owner"
                  .formatted(home.resolve("secrets"))
              + " connects the account again");
    } catch (SQLException | IOException e) {
      throw new StartupException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Connection superuser(Path home) throws IOException, SQLException {
    Path ports = home.resolve("run/ports.properties");
    if (!Files.exists(ports)) {
      throw new StartupException("LotView has never run on " + home);
    }
    Properties kept = new Properties();
    try (var reader = Files.newBufferedReader(ports)) {
      kept.load(reader);
    }
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + kept.getProperty("postgres") + "/postgres",
          "postgres",
          LocalSecrets.passwordOf(home, LocalSecrets.SUPERUSER));
    } catch (SQLException e) {
      throw new StartupException(
          "the database does not answer (" + e.getMessage() + "); start LotView with ./lotview up",
          e);
    }
  }
}
