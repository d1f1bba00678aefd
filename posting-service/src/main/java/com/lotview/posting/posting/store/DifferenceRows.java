package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.dispatch.JobResult.Difference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where live listings differ from their orders. */
@Component
class DifferenceRows {
  private final DatabaseClient database;

  DifferenceRows(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> replace(UUID postingId, List<Difference> differences, Instant at) {
    return database
        .sql("delete from listing_difference where posting_id = :id")
        .bind("id", postingId)
        .then()
        .thenMany(Flux.fromIterable(differences))
        .concatMap(one -> insert(postingId, one, at))
        .then();
  }

  private Mono<Void> insert(UUID postingId, Difference one, Instant at) {
    return database
        .sql(
            """
            insert into listing_difference (dealership_id, posting_id, field, wanted, found, seen_at)
            select dealership_id, id, :field, :wanted, :found, :at from posting where id = :id
            on conflict do nothing
            """)
        .bind("id", postingId)
        .bind("field", one.field())
        .bind("wanted", one.wanted())
        .bind("found", one.found())
        .bind("at", at)
        .then();
  }

  Flux<Difference> of(UUID postingId) {
    return database
        .sql(
            "select field, wanted, found from listing_difference"
                + " where posting_id = :id order by field")
        .bind("id", postingId)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Difference(
              columns.text("field"), columns.text("wanted"), columns.text("found"));
        })
        .all();
  }
}
