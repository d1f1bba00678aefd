package com.lotview.standalone;

import com.lotview.kit.id.Ids;
import com.lotview.standalone.client.Progress;
import com.lotview.standalone.server.LocalKafka;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * The whole system in this process, without a worker and without limits, for all tests of the API:
 * started once, stopped with the process.
 */
public final class RunningSystem {
  private static RunningSystem running;

  private final Path folder;
  private final int port;

  private RunningSystem(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** The system; the first call starts it. */
  public static synchronized RunningSystem shared() throws IOException {
    if (running == null) {
      Path target = Files.createDirectories(Path.of("target"));
      RunningSystem system = new RunningSystem(Files.createTempDirectory(target, "api"), free());
      System.setProperty("LOTVIEW_RATE_LIMITS", "off");
      Standalone started =
          Standalone.start(
              new Settings(system.folder.toAbsolutePath(), system.port, null, false, false),
              new Progress(new PrintStream(OutputStream.nullOutputStream())));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      running = system;
    }
    return running;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Address of the gateway. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The folder of its data. */
  public Path home() {
    return folder.toAbsolutePath();
  }

  public String email() {
    return DemoLogin.GM_EMAIL;
  }

  /** The password of every person. */
  public String password() throws IOException {
    return LocalSecrets.passwordOf(folder, "demo-login");
  }

  /** The key that signs access tokens, as PKCS#8 in base64. */
  public String signingKey() throws IOException {
    return Files.readString(folder.resolve("secrets/jwt.key")).strip();
  }

  /** Properties of a client of its Kafka that may do everything. */
  public Map<String, Object> kafka() throws IOException {
    return LocalKafka.superuser(
        worker("KAFKA_BOOTSTRAP_SERVERS"),
        LocalSecrets.passwordOf(folder, LocalSecrets.KAFKA_SUPERUSER));
  }

  /** Where it keeps everything. */
  public Path folder() {
    return folder;
  }

  /** A connection that sees all rows. */
  public Connection superuser() throws IOException, SQLException {
    String database = worker("DATABASE_URL").replaceAll(".*@", "jdbc:postgresql://");
    String secret = LocalSecrets.passwordOf(folder, LocalSecrets.SUPERUSER);
    return DriverManager.getConnection(database, "postgres", secret);
  }

  private String worker(String name) throws IOException {
    return Files.readAllLines(folder.resolve("run/worker.env")).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  /** One more dealership, without people. */
  public UUID addDealership(String name) throws IOException, SQLException {
    UUID id = Ids.next();
    update(
        "insert into auth.dealership (id, slug, name, city, state) values (?, ?, ?, ?, ?)",
        id,
        name,
        name,
        "Denver",
        "CO");
    return id;
  }

  /** One more person, with the password of all. */
  public void addPerson(UUID dealership, String email, String role)
      throws IOException, SQLException {
    update(
        """
        insert into auth.app_user
          (id, dealership_id, email, password_hash, first_name, last_name, role)
        select ?, coalesce(?::uuid, dealership_id), ?, password_hash, 'Sam', 'Smith', ?
        from auth.app_user where email = ?
        """,
        Ids.next(),
        dealership,
        email,
        role,
        email());
  }

  /**
   * One more notice for a person, stored directly, because the system raises notices only with a
   * worker.
   */
  public UUID addNotice(String email) throws IOException, SQLException {
    UUID id = Ids.next();
    update(
        """
        insert into notification.notice
          (id, dealership_id, user_id, kind, title, body, path, in_app, created_at)
        select ?, dealership_id, id, 'POSTING_FAILED', 'Posting failed', 'Open it.', '/app/', true,
          now()
        from auth.app_user where email = ?
        """,
        id,
        email);
    return id;
  }

  private void update(String sql, Object... values) throws IOException, SQLException {
    try (Connection connection = superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
