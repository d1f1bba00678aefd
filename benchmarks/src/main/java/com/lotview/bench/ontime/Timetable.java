package com.lotview.bench.ontime;

import com.lotview.bench.stock.EngineStock;
import com.lotview.bench.tables.PostingTables;
import com.lotview.kit.id.Ids;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Postings with their text, put on the waiting list for given moments. */
final class Timetable {
  private static final int CHUNK = 1000;

  private final PostingTables tables;
  private final EngineStock stock;
  private final String template;

  /**
   * @param template id of a waiting posting with its text
   */
  Timetable(PostingTables tables, EngineStock stock, String template) {
    this.tables = tables;
    this.stock = stock;
    this.template = template;
  }

  /** One scheduled posting. */
  record Entry(String posting, String account, Instant due) {}

  /** So many for each account, in turn, spread evenly over the time from the beginning. */
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
    tables.lookWhenDue();
    return entries;
  }

  private void write(List<Entry> entries) throws SQLException {
    tables.copyWaiting(
        template,
        entries.stream().map(Entry::posting).toList(),
        entries.stream().map(Entry::account).toList(),
        entries.stream().map(Entry::due).toList(),
        stock.vehicles(entries.size()));
  }
}
