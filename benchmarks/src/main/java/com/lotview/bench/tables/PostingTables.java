package com.lotview.bench.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** SQL of measurements on the schema of posting-service. */
public final class PostingTables {
  private final BenchDatabase database;

  public PostingTables(BenchDatabase database) {
    this.database = database;
  }

  /** Puts an event into the outbox, as a transaction of the service would. */
  public void append(String topic, String key, String type, String payload) throws SQLException {
    database.change(
        "insert into posting.outbox (id, topic, key, type, payload) values (uuidv7(), ?, ?, ?, ?)",
        topic,
        key,
        type,
        payload);
  }

  /** The dealership of an account. */
  public String dealershipOf(String account) throws SQLException {
    return database
        .texts("select dealership_id::text from posting.fb_account where id::text = ?", account)
        .getFirst();
  }

  /** How many postings are live. */
  public int posted() throws SQLException {
    return (int) database.number("select count(*) from posting.posting where status = 'POSTED'");
  }

  /** How many postings of a dealership are live. */
  public int posted(String dealership) throws SQLException {
    return (int)
        database.number(
            "select count(*) from posting.posting where dealership_id = ?::uuid and status = 'POSTED'",
            dealership);
  }

  /** Waits until so many postings are live. */
  public void awaitPosted(int count) throws SQLException, InterruptedException {
    database.await("select count(*) >= " + count + " from posting.posting where status = 'POSTED'");
  }

  /** How many postings are in each state, with the error if there is one. */
  public Map<String, Double> states() throws SQLException {
    return database.numbers(
        "select status || ' ' || coalesce(error_code, '') || ' '"
            + " || coalesce(error_message, ''), count(*) from posting.posting group by 1");
  }

  /** When each posting was accepted. */
  public Map<String, Instant> acceptedAt() throws SQLException {
    return database.times("select id, created_at as at from posting.posting");
  }

  /** When each posting was live. */
  public Map<String, Instant> postedAt() throws SQLException {
    return database.times(
        "select id, posted_at as at from posting.posting where posted_at is not null");
  }

  /** Rows of the timeline per posting, on average. */
  public double timelineRows() throws SQLException {
    return database.number(
        "select count(*)::float8 / nullif(count(distinct posting_id), 0)"
            + " from posting.posting_event");
  }

  /**
   * Moves the noted posts an hour into the past: 200 postings of 20 accounts are ten each, and the
   * limit is five in an hour. The limit itself stays as it is.
   */
  public void anHourLater() throws SQLException {
    database.change("update posting.post_slot set at = at - interval '61 minutes'");
  }

  /** Posts with five others of the account in the hour before, on the clock that counted them. */
  public int overLimit() throws SQLException {
    return (int)
        database.number(
            "select count(*) from posting.post_slot a where 5 < (select count(*) from"
                + " posting.post_slot b where b.dealership_id = a.dealership_id and"
                + " b.fb_account_id = a.fb_account_id and b.at <= a.at"
                + " and b.at > a.at - interval '1 hour')");
  }

  /** Waits until a posting is on the waiting list. */
  public void awaitWaiting(String posting) throws SQLException, InterruptedException {
    database.await("select count(*) = 1 from posting.dispatch where job_id = '" + posting + "'");
  }

  /** Copies a connected account; each copy gets an id and a sealed session. */
  public void copyAccount(String account, List<String> ids, List<String> sealedSessions)
      throws SQLException {
    database.copy(
        "posting.fb_account",
        "t.id = '" + account + "'",
        Map.of(
            "id", "g.id::uuid",
            "label", "'Engine ' || g.id",
            "identity_hash", "g.id",
            "account_ref", "g.id",
            "sealed_session", "g.sealed"),
        "unnest(?::text[], ?::text[]) as g (id, sealed)",
        ids,
        sealedSessions);
    database.copy(
        "posting.account_slot",
        "t.fb_account_id = '" + account + "'",
        Map.of("fb_account_id", "g.id::uuid"),
        "unnest(?::text[]) as g (id)",
        ids);
  }

  /** Copies a waiting posting; each copy gets an id, an account, a vehicle and a due time. */
  public void copyWaiting(
      String template,
      List<String> ids,
      List<String> accounts,
      List<Instant> dues,
      List<String> vehicles)
      throws SQLException {
    String source =
        "unnest(?::text[], ?::text[], ?::text[], ?::text[]) as g (id, account, due, vehicle)";
    database.copy(
        "posting.posting",
        "t.id = '" + template + "'",
        Map.of(
            "id", "g.id::uuid",
            "vehicle_id", "g.vehicle::uuid",
            "fb_account_id", "g.account::uuid",
            "marker", "'LV-T' || left(g.id, 13) || right(g.id, 12)",
            "scheduled_for", "g.due::timestamptz",
            // The copied vehicles have photos of their own.
            "snapshot", "jsonb_set(t.snapshot, '{photos}', '[]')"),
        source,
        ids,
        accounts,
        dues,
        vehicles);
    database.copy(
        "posting.dispatch",
        "t.job_id = '" + template + "'",
        Map.of(
            "job_id", "g.id::uuid",
            "fb_account_id", "g.account::uuid",
            "due_at", "g.due::timestamptz"),
        source,
        ids,
        accounts,
        dues,
        vehicles);
  }

  /** Lets the dispatcher poll each idle account when the first of its copies is due. */
  public void lookWhenDue() throws SQLException {
    database.change(
        "update posting.account_slot s set next_look = d.first from (select dealership_id,"
            + " fb_account_id, min(due_at) as first from posting.dispatch group by 1, 2) d"
            + " where d.dealership_id = s.dealership_id and d.fb_account_id = s.fb_account_id"
            + " and s.busy_job is null and s.next_look is distinct from d.first");
    database.change("analyze posting.account_slot, posting.posting, posting.dispatch");
  }

  /** Copies a posting as handed over to the fleet; each copy gets an id, an account, a marker. */
  public void copyHandedOver(
      String template, List<String> ids, List<String> accounts, List<String> markers)
      throws SQLException {
    database.copy(
        "posting.posting",
        "t.id = '" + template + "'",
        Map.of(
            "id", "g.id::uuid",
            "vehicle_id", "g.id::uuid",
            "fb_account_id", "g.account::uuid",
            "marker", "g.marker",
            "status", "'POSTING'",
            "attempts", "1",
            "scheduled_for", "null"),
        "unnest(?::text[], ?::text[], ?::text[]) as g (id, account, marker)",
        ids,
        accounts,
        markers);
  }
}
