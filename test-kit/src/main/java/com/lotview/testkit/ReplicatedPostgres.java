package com.lotview.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of a test's own, and a replica of it that is promoted when the server is
 * gone. The replica has the state of the moment at which it was made: nothing is sent to it, as if
 * its connection had broken then. Always embedded. Clients keep one address.
 */
public final class ReplicatedPostgres implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String PASSWORD = "test";
  private static final String USER = "postgres";

  private final Path folder;
  private final EmbeddedPostgres first;
  private final Wire wire;
  private @Nullable EmbeddedPostgres replica;

  private ReplicatedPostgres(Path folder, EmbeddedPostgres first) {
    this.folder = folder;
    this.first = first;
    this.wire = new Wire(HOST, first.getPort());
  }

  /** Starts the first server. */
  public static ReplicatedPostgres start() {
    try {
      Path folder = Files.createTempDirectory("lv-replicated");
      return new ReplicatedPostgres(folder, server(folder.resolve("first")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres server(Path data) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("max_connections", "100")
        .start();
  }

  /** As {@link TestServers#environment}, with this database. */
  public Map<String, String> environment(String schema) {
    Map<String, String> env = new LinkedHashMap<>(TestServers.environment(schema));
    PostgresServer here = new PostgresServer(HOST, wire.port(), USER, USER, USER);
    try (Connection superuser = superuser()) {
      here.provision(superuser, schema, PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    env.put("DATABASE_URL", here.url(schema + "_app", PASSWORD));
    env.put("DATABASE_MIGRATION_URL", here.url(schema + "_owner", PASSWORD));
    return env;
  }

  /** A superuser's connection to the server that clients reach now. */
  public Connection superuser() throws SQLException {
    return connection(wire.port());
  }

  private static Connection connection(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + HOST + ":" + port + "/postgres", USER, "");
  }

  /** Makes the replica from what is committed now; it gets nothing later. */
  public void makeReplica() throws SQLException, IOException {
    Path from = folder.resolve("first");
    Path to = folder.resolve("replica");
    try (Connection backup = connection(first.getPort());
        Statement statement = backup.createStatement()) {
      statement.execute("select pg_backup_start('replica', true)");
      copy(from, to, true);
      try (ResultSet end = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        end.next();
        Files.writeString(to.resolve("backup_label"), end.getString(1));
      }
    }
    copy(from.resolve("pg_wal"), to.resolve("pg_wal"), false);
    Files.createFile(to.resolve("standby.signal"));
    replica = server(to);
  }

  // Files come and go while the server works; what matters of them is in its log (pg_wal).
  private static void copy(Path from, Path to, boolean withoutLog) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(each).toString());
            if (!Files.exists(copy)) {
              Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            Path way = from.relativize(each);
            boolean leftOut =
                way.startsWith("postmaster.pid")
                    || way.startsWith("epg-lock")
                    || (withoutLog && way.startsWith("pg_wal"));
            if (!leftOut) {
              try {
                Files.copy(
                    each,
                    to.resolve(way.toString()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
              } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path each, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Work on a database. */
  public interface Work {
    void on(Connection superuser) throws SQLException;
  }

  /**
   * Ends the first server and promotes the replica.
   *
   * @param before done on the promoted replica before clients reach it
   */
  public void failOver(Work before) throws SQLException, IOException {
    wire.fallSilent();
    first.close();
    int port = Objects.requireNonNull(replica, "there is no replica").getPort();
    try (Connection superuser = connection(port);
        Statement statement = superuser.createStatement()) {
      statement.execute("select pg_promote()");
      before.on(superuser);
    }
    wire.leadTo(HOST, port);
  }

  @Override
  public void close() throws IOException {
    wire.close();
    first.close();
    if (replica != null) {
      replica.close();
    }
  }
}
