package com.lotview.bench.tables;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** SQL of measurements on the schema of auth-service. */
public final class AuthTables {
  private final BenchDatabase database;

  public AuthTables(BenchDatabase database) {
    this.database = database;
  }

  /** The dealership of a person. */
  public String dealershipOf(String email) throws SQLException {
    return database
        .texts("select dealership_id::text from auth.app_user where email = ?", email)
        .getFirst();
  }

  /** Copies a person's dealership without its people. */
  public void copyDealership(String dealership, List<String> ids) throws SQLException {
    database.copy(
        "auth.dealership",
        "t.id = '" + dealership + "'",
        Map.of("id", "g.id::uuid", "slug", "'bench-' || g.id", "name", "'Bench ' || g.n"),
        "unnest(?::text[]) with ordinality as g (id, n)",
        ids);
  }

  /** Copies a person, including the password, into each of the dealerships. */
  public void copyPerson(String email, List<String> dealerships, List<String> emails)
      throws SQLException {
    database.copy(
        "auth.app_user",
        "t.email = '" + email + "'",
        Map.of("id", "uuidv7()", "dealership_id", "g.dealership::uuid", "email", "g.email"),
        "unnest(?::text[], ?::text[]) as g (dealership, email)",
        dealerships,
        emails);
  }
}
