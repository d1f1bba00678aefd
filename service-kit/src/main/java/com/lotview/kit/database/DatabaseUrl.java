package com.lotview.kit.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A database address: {@code postgresql://user:password@host:port/database}.
 *
 * <p>{@link #toString()} masks the password.
 */
public record DatabaseUrl(String user, String password, String host, int port, String database) {

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
    return new DatabaseUrl(
        decode(user),
        decode(password),
        uri.getHost(),
        port,
        path.startsWith("/") ? path.substring(1) : path);
  }

  /** The same address for JDBC, without the credentials. */
  public String jdbc() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "postgresql://" + user + ":***@" + host + ":" + port + "/" + database;
  }
}
