package com.lotview.kit.database;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.client.SSLMode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database address: {@code postgresql://user:password@host:port/database}, with {@code
 * ?sslmode=…&sslrootcert=…} as libpq knows them.
 *
 * <p>{@link #toString()} masks the password.
 *
 * @param sslMode empty for what the driver does by itself
 * @param rootCertificate file of the certificates that are trusted, with an SSL mode; or empty
 */
public record DatabaseUrl(
    String user,
    String password,
    String host,
    int port,
    String database,
    String sslMode,
    String rootCertificate) {
  private static final String MODE = "sslmode";
  private static final String ROOT = "sslrootcert";
  private static final Set<String> KNOWN = Set.of(MODE, ROOT);
  private static final List<String> MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with the setting's name and the fault
   */
  public static DatabaseUrl parse(String setting, String value) {
    URI uri;
    try {
      uri = URI.create(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " is not an address", e);
    }
    String userInfo = uri.getRawUserInfo();
    if (!"postgresql".equals(uri.getScheme()) || userInfo == null || uri.getHost() == null) {
      throw new IllegalArgumentException(
          setting + " must look like postgresql://user:password@host:5432/database");
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String path = uri.getPath();
    Map<String, String> query = query(setting, uri.getRawQuery());
    return new DatabaseUrl(
        decode(user),
        decode(password),
        uri.getHost(),
        port,
        path.startsWith("/") ? path.substring(1) : path,
        query.getOrDefault(MODE, ""),
        query.getOrDefault(ROOT, ""));
  }

  // Another parameter might be meant to protect, so it is not passed over.
  private static Map<String, String> query(String setting, @Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      String[] pair = part.split("=", 2);
      parameters.put(pair[0], pair.length < 2 ? "" : decode(pair[1]));
    }
    if (!parameters.isEmpty()
        && !(KNOWN.containsAll(parameters.keySet())
            && MODES.contains(parameters.getOrDefault(MODE, "")))) {
      throw new IllegalArgumentException(
          setting + " may end with ?sslmode=, one of " + MODES + ", and &sslrootcert= only");
    }
    return parameters;
  }

  /** The same address for JDBC, without the credentials. */
  public String jdbc() {
    String address = "jdbc:postgresql://" + host + ":" + port + "/" + database;
    String mode = sslMode.isEmpty() ? "" : "?" + MODE + "=" + sslMode;
    String root =
        rootCertificate.isEmpty()
            ? ""
            : "&" + ROOT + "=" + URLEncoder.encode(rootCertificate, StandardCharsets.UTF_8);
    return address + mode + root;
  }

  /** The same for R2DBC, to be completed. */
  public PostgresqlConnectionConfiguration.Builder connection() {
    PostgresqlConnectionConfiguration.Builder connection =
        PostgresqlConnectionConfiguration.builder()
            .host(host)
            .port(port)
            .database(database)
            .username(user)
            .password(password);
    if (!sslMode.isEmpty()) {
      connection.sslMode(SSLMode.fromValue(sslMode));
    }
    if (!rootCertificate.isEmpty()) {
      connection.sslRootCert(rootCertificate);
    }
    return connection;
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "postgresql://" + user + ":***@" + host + ":" + port + "/" + database;
  }
}
