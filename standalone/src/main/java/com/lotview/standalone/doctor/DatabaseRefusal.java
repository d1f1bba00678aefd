package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.sql.SQLException;
import java.util.Locale;

/** Why PostgreSQL lets a login not in, with the cure. */
final class DatabaseRefusal {
  private static final String FULL = "53300";

  private DatabaseRefusal() {}

  /** Whether no connection is left. */
  static boolean full(SQLException error) {
    return FULL.equals(error.getSQLState());
  }

  static Wrong of(DatabaseUrl url, SQLException error) {
    String server = "PostgreSQL at " + DatabaseChecks.address(url);
    String reason = Reason.of(error);
    if (tls(error)) {
      return new Wrong(
          server + " and this side do not agree on TLS: " + reason,
          "correct sslmode and sslrootcert at the end of the address, or the server's certificate");
    }
    return switch (String.valueOf(error.getSQLState())) {
      case "28P01" ->
          new Wrong(
              server + " refuses the password of " + url.user(),
              "give the services the password that provision.sql set, or run that again");
      case "28000" ->
          new Wrong(
              server + " does not let " + url.user() + " in: " + reason,
              "make the role by provision.sql, and let it in by pg_hba.conf; if that wants TLS"
                  + " (hostssl), end the address with ?sslmode=verify-full");
      case "3D000" ->
          new Wrong(
              server + " has no database " + url.database(),
              "correct the end of the address, or make the database");
      case FULL ->
          new Wrong(
              server + " has no connection left",
              "raise max_connections, or run fewer processes: each takes up to eleven");
      default ->
          new Wrong(
              server + " lets " + url.user() + " not in: " + reason,
              "the log of PostgreSQL has the details");
    };
  }

  private static boolean tls(SQLException error) {
    String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return (words.contains("ssl") && !"28000".equals(error.getSQLState()))
        || Reason.has(error, javax.net.ssl.SSLException.class)
        || Reason.has(error, java.security.cert.CertificateException.class);
  }
}
