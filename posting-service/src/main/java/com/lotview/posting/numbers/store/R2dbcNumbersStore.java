package com.lotview.posting.numbers.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.numbers.MonthLine;
import com.lotview.posting.numbers.NumbersStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcNumbersStore implements NumbersStore {
  private static final TypeReference<Map<String, Long>> TIMES = new TypeReference<>() {};

  private final DatabaseClient database;
  private final JsonMapper json;

  R2dbcNumbersStore(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Mono<List<MonthLine>> count(By by, Instant from, Instant to, int limit) {
    return database
        .sql(counting(column(by)))
        .bind("from", from)
        .bind("to", to)
        .bind("limit", limit)
        .map(row -> line(new Columns(row)))
        .all()
        .collectList();
  }

  private static String counting(String column) {
    return """
    with ended as (
      select %1$s as id, null as cause,
        extract(epoch from posted_at - coalesce(scheduled_for, created_at)) as seconds
      from posting where posted_at >= :from and posted_at < :to
      union all
      select %1$s, coalesce(error_code, 'UNKNOWN'), null
      from posting where status = 'FAILED' and updated_at >= :from and updated_at < :to),
    causes as (
      select id, cause, count(*) as times from ended where cause is not null group by id, cause)
    select id, count(*) filter (where cause is null) as posted,
      cast(percentile_cont(0.5) within group (order by seconds) as bigint) as median,
      cast(coalesce((select jsonb_object_agg(cause, times) from causes c where c.id = ended.id),
        '{}') as text) as failed
    from ended group by id order by posted desc, id limit :limit
    """
        .formatted(column);
  }

  private static String column(By by) {
    return switch (by) {
      case PERSON -> "user_id";
      case ACCOUNT -> "fb_account_id";
      case VEHICLE -> "vehicle_id";
    };
  }

  private MonthLine line(Columns row) {
    return new MonthLine(
        row.uuid("id"),
        row.big("posted"),
        json.readValue(row.text("failed"), TIMES),
        row.findBig("median"));
  }
}
