package com.lotview.standalone.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;

/**
 * A base backup by PostgreSQL's low-level interface, as its manual describes (chapter "Making a
 * Base Backup Using the Low Level API"): the embedded server comes without {@code pg_basebackup}.
 */
final class BaseBackup {
  /** Files that belong to the running server only. */
  private static final Set<String> NOT_FILES =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "recovery.signal", "standby.signal");

  /** Folders whose content a restored server makes anew. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans",
          "pgsql_tmp");

  private final Connection superuser;
  private final Path data;

  BaseBackup(Connection superuser, Path data) {
    this.superuser = superuser;
    this.data = data;
  }

  /** Takes one; returns its name. The server goes on working meanwhile. */
  String into(BackupFolder folder) throws SQLException, IOException {
    archiveInto(folder.wal());
    Path open = folder.begin(Instant.now());
    execute("select pg_backup_start('lotview', true)");
    new Copies()
        .copy(
            data,
            open,
            file -> !NOT_FILES.contains(name(file)),
            inside -> !EMPTY.contains(name(inside)));
    // Returns when the log files that the backup needs are in the archive.
    String label = execute("select labelfile from pg_backup_stop(true)");
    Files.writeString(open.resolve("backup_label"), label);
    return folder.complete(open, Instant.now());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  // A log file appears in the archive whole and on disk, or not at all. One that is there already,
  // because the server ended before it noted that, must be the same.
  private void archiveInto(Path wal) throws SQLException {
    String command =
        "f='%s/%%f'; if [ -f \"$f\" ]; then cmp -s \"%%p\" \"$f\"; else dd if=\"%%p\" of=\"$f.part\" bs=1M conv=fsync status=none && mv \"$f.part\" \"$f\"; fi"
            .formatted(wal);
    execute("alter system set archive_timeout = '60s'");
    execute("alter system set archive_command = '" + command.replace("'", "''") + "'");
    execute("select pg_reload_conf()");
  }

  private String execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return String.valueOf(row.getString(1));
      }
    }
  }
}
