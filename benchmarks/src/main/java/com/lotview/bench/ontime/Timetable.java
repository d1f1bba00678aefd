package com.lotview.bench.ontime;

import com.lotview.bench.stock.EngineStock;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.kit.id.Ids;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Postings with their text, put on the waiting list for given moments. */
final class Timetable {
  private static final int CHUNK = 1000;

  private final BenchDatabase database;
  private final EngineStock stock;
  private final String template;

  /**
   * @param template id of a waiting posting with its text
   */
  Timetable(BenchDatabase database, EngineStock stock, String template) {
    this.database = database;
    this.stock = stock;
    this.template = template;
  }

  /** One scheduled posting. */
  record Entry(String posting, String account, Instant due) {}

  /** So many for each account, in turn, evenly over the time from the beginning. */
  List<Entry> spread(List<String> accounts, int each, Instant from, Duration over)
      throws SQLException {
    int count = accounts.size() * each;
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant due = from.plus(over.multipliedBy(i).dividedBy(count));
      entries.add(new Entry(Ids.next().toString(), accounts.get(i % accounts.size()), due));
    }
    for (int i = 0; i < count; i += CHUNK) {
      write(entries.subList(i, Math.min(count, i + CHUNK)));
    }
    database.change(
        "update posting.account_slot s set next_look = d.first from (select dealership_id,"
            + " fb_account_id, min(due_at) as first from posting.dispatch group by 1, 2) d"
            + " where d.dealership_id = s.dealership_id and d.fb_account_id = s.fb_account_id"
            + " and s.busy_job is null and s.next_look is distinct from d.first");
    database.change("analyze posting.account_slot, posting.posting, posting.dispatch");
    return entries;
  }

  private void write(List<Entry> entries) throws SQLException {
    List<String> ids = entries.stream().map(Entry::posting).toList();
    List<String> accounts = entries.stream().map(Entry::account).toList();
    List<String> vehicles = stock.vehicles(entries.size());
    List<String> dues = entries.stream().map(entry -> entry.due().toString()).toList();
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
}
