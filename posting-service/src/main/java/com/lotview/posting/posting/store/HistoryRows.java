package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code database_history}: the timelines of the database. */
@Component
class HistoryRows {
  private static final String FORGOTTEN =
      """
      with here as materialized (select database_timeline() as timeline),
      noticed as (
        insert into database_history (timeline) select timeline from here
        where not exists (select from database_history d where d.timeline = here.timeline)
        on conflict do nothing),
      moved as (
        update posting p set database_timeline = here.timeline from here
        where p.id = :id and p.database_timeline <> here.timeline
        returning p.id)
      select coalesce(
        (select noticed_at from database_history d where d.timeline = here.timeline),
        clock_timestamp()) as noticed_at
      from here, moved
      """;

  private final DatabaseClient database;

  HistoryRows(DatabaseClient database) {
    this.database = database;
  }

  /** When a timeline was noticed that is not the posting's; it is the posting's from now on. */
  Mono<Instant> forgotten(UUID postingId) {
    return database
        .sql(FORGOTTEN)
        .bind("id", postingId)
        .map(row -> new Columns(row).instant("noticed_at"))
        .one();
  }
}
