package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Sealer;
import com.lotview.standalone.doctor.Finding.Unknown;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Keys and secrets that must fit each other. No session is opened: a sealed value begins with the
 * number of its key.
 */
record KeyChecks(Surroundings surroundings) {
  private static final String SEAL = "FB_SESSION_SEAL_KEY";
  private static final String OPEN = "FB_SESSION_ENCRYPTION_KEY";

  // Eight letters of base64 have the number of the key, and nothing of the session.
  private static final String BEGINNINGS =
      """
      select left(sealed_session, 8) || ' ' || count(*)
      from posting.fb_account where sealed_session is not null group by left(sealed_session, 8)
      """;

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    if (!surroundings.keys().seal().isEmpty()) {
      checks.add(new Check("keys of the sessions", this::sessions));
    }
    if (!surroundings.keys().secrets().isEmpty()) {
      checks.add(new Check("secrets of the services", this::clients));
    }
    return checks;
  }

  private List<Finding> sessions() {
    try {
      Sealer sealer = new Sealer(SEAL, surroundings.keys().seal());
      String open = surroundings.keys().open();
      if (!open.isEmpty() && !isPair(sealer, open)) {
        return List.of(
            new Wrong(
                SEAL + " and " + OPEN + " are not of one pair: no new session can be opened",
                "take both from the same output of ./lotview keys"));
      }
      return stored(sealer);
    } catch (IllegalArgumentException e) {
      return List.of(
          new Wrong(
              String.valueOf(e.getMessage()), "copy it whole from the output of ./lotview keys"));
    }
  }

  private static boolean isPair(Sealer sealer, String open) {
    return new Sealer(OPEN, Keysets.publicHalf(OPEN, open)).publicKey().equals(sealer.publicKey());
  }

  private List<Finding> stored(Sealer sealer) {
    DatabaseUrl superuser = surroundings.superuser();
    if (superuser == null) {
      return List.of(
          new Unknown(
              "whether the keys fit the stored sessions",
              "only the database's superuser sees those of all dealerships: POSTGRES_PASSWORD is"
                  + " not given"));
    }
    // The check of the server says so.
    if (!Reason.unreachable(superuser.host(), superuser.port()).isEmpty()) {
      return List.of();
    }
    try (Connection connection = Sql.connect(superuser)) {
      return List.of(fit(sealer, Sql.texts(connection, BEGINNINGS)));
    } catch (SQLException e) {
      return e.getSQLState() != null && e.getSQLState().startsWith("42")
          ? List.of(new Unknown("the stored sessions", Reason.of(e)))
          : List.of(DatabaseRefusal.of(superuser, e));
    }
  }

  // Each row has how sealed values begin, and how many of them there are.
  private static Finding fit(Sealer sealer, List<String> rows) {
    long strange = 0;
    for (String row : rows) {
      String[] parts = row.split(" ", 2);
      OptionalInt key = Keysets.keyOf(parts[0]);
      strange += key.isPresent() && sealer.knows(key.getAsInt()) ? 0 : Long.parseLong(parts[1]);
    }
    return strange == 0
        ? new Well("the keys fit each other and the stored sessions")
        : new Wrong(
            strange + " stored sessions are sealed with a key that is not in " + SEAL,
            "bring back the keys of this database (LOTVIEW_HOME/secrets or the .env file of then);"
                + " without them their owners connect the accounts again");
  }

  private List<Finding> clients() {
    List<Finding> wrong = new ArrayList<>();
    new TreeMap<>(surroundings.keys().secrets())
        .forEach((name, secret) -> {
          String hash = Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
          if (!hash.equals(surroundings.keys().clients().get(name))) {
            wrong.add(
                new Wrong(
                    "SERVICE_CLIENTS of auth-service has another secret of "
                        + name
                        + ": it gets no token",
                    "take both from the same output of ./lotview keys"));
          }
        });
    return wrong.isEmpty()
        ? List.of(new Well("auth-service knows the secrets of the services"))
        : wrong;
  }
}
