package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.model.ListingSight;
import com.lotview.posting.posting.model.SightStore;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSightStore implements SightStore {
  private final DatabaseClient database;

  R2dbcSightStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<ListingSight> find(UUID postingId) {
    return database
        .sql(
            "select state, at, price_cents, other_price, says, clicks, renewable from listing_sight"
                + " where posting_id = :id")
        .bind("id", postingId)
        .map(row -> sight(new Columns(row)))
        .one();
  }

  private static ListingSight sight(Columns row) {
    return new ListingSight(
        ListingSurvey.State.valueOf(row.text("state")),
        row.instant("at"),
        row.findBig("price_cents"),
        row.flag("other_price"),
        row.findText("says"),
        row.findNumber("clicks"),
        row.flag("renewable"));
  }

  @Override
  public Mono<Void> save(UUID postingId, ListingSight sight) {
    return database
        .sql(
            """
            insert into listing_sight
              (dealership_id, posting_id, state, at, price_cents, other_price, says, clicks,
              renewable)
            select dealership_id, id, :state, :at, :price, :other, :says, :clicks, :renewable
            from posting where id = :id
            on conflict (dealership_id, posting_id) do update set state = excluded.state,
              at = excluded.at, price_cents = excluded.price_cents,
              other_price = excluded.other_price, says = excluded.says,
              clicks = excluded.clicks, renewable = excluded.renewable
            """)
        .bind("id", postingId)
        .bind("state", sight.state().name())
        .bind("at", sight.at())
        .bind("price", Columns.orNull(sight.priceCents(), Long.class))
        .bind("other", sight.otherPrice())
        .bind("says", Columns.orNull(sight.says(), String.class))
        .bind("clicks", Columns.orNull(sight.clicks(), Integer.class))
        .bind("renewable", sight.renewable())
        .then();
  }
}
