package com.lotview.posting.bulk.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.bulk.Bulk;
import com.lotview.posting.bulk.BulkStore;
import com.lotview.posting.bulk.Tally;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcBulkStore implements BulkStore {
  private static final String SELECT =
      "select id, dealership_id, user_id, fb_account_id, stagger_minutes, total, created_at"
          + " from bulk where id = :id";

  private final DatabaseClient database;

  R2dbcBulkStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> insert(Bulk bulk) {
    return database
        .sql(
            """
            insert into bulk (dealership_id, id, user_id, fb_account_id, stagger_minutes, total,
              created_at)
            values (:dealership, :id, :user, :account, :stagger, :total, :created)
            """)
        .bind("dealership", bulk.dealershipId())
        .bind("id", bulk.id())
        .bind("user", bulk.userId())
        .bind("account", bulk.fbAccountId())
        .bind("stagger", bulk.staggerMinutes())
        .bind("total", bulk.total())
        .bind("created", bulk.createdAt())
        .then();
  }

  @Override
  public Mono<Void> setTotal(UUID id, int total) {
    return database
        .sql("update bulk set total = :total where id = :id and total <> :total")
        .bind("id", id)
        .bind("total", total)
        .then();
  }

  @Override
  public Mono<Bulk> find(UUID id) {
    return find(SELECT, id);
  }

  @Override
  public Mono<Bulk> findLocked(UUID id) {
    return find(SELECT + " for no key update", id);
  }

  private Mono<Bulk> find(String sql, UUID id) {
    return database.sql(sql).bind("id", id).map(row -> bulk(new Columns(row))).one();
  }

  @Override
  public Mono<Tally> tally(UUID id) {
    return database
        .sql(
            """
            select count(*) as total,
              count(*) filter (where status in ('POSTED', 'DELETED')) as completed,
              count(*) filter (where status in ('FAILED', 'CANCELLED')) as failed
            from posting where bulk_id = :id
            """)
        .bind("id", id)
        .map(row -> tally(new Columns(row)))
        .one();
  }

  private static Tally tally(Columns row) {
    return new Tally((int) row.big("total"), (int) row.big("completed"), (int) row.big("failed"));
  }

  private static Bulk bulk(Columns row) {
    return new Bulk(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("user_id"),
        row.uuid("fb_account_id"),
        row.number("stagger_minutes"),
        row.number("total"),
        row.instant("created_at"));
  }
}
