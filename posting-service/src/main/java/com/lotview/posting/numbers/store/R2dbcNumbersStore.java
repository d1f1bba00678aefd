package com.lotview.posting.numbers.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.numbers.MonthLine;
import com.lotview.posting.numbers.NumbersStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  public Mono<List<MonthLine>> count(By by, Instant from, Instant to, ZoneId zone, int limit) {
    return database
        .sql(counting(column(by)))
        .bind("from", from)
        .bind("to", to)
        .bind("zone", zone.getId())
        .bind("limit", limit)
        .map(row -> line(new Columns(row)))
        .all()
        .collectList();
  }

  @Override
  public Mono<Set<UUID>> posted(Collection<UUID> vehicles, Instant before) {
    return database
        .sql(
            """
            select distinct vehicle_id from posting
             where vehicle_id = any(:vehicles) and posted_at < :before
            """)
        .bind("vehicles", vehicles.toArray(UUID[]::new))
        .bind("before", before)
        .map(row -> new Columns(row).uuid("vehicle_id"))
        .all()
        .collect(Collectors.toSet());
  }

  private static String counting(String column) {
    return """
    with ended as (
      select %1$s as id, null as cause,
        extract(epoch from posted_at - coalesce(scheduled_for, created_at)) as seconds,
        cast(posted_at at time zone :zone as date)
          - cast(snapshot ->> 'lotDate' as date) as days
      from posting where posted_at >= :from and posted_at < :to
      union all
      select %1$s, coalesce(error_code, 'UNKNOWN'), null, null
      from posting where status = 'FAILED' and updated_at >= :from and updated_at < :to),
    causes as (
      select id, cause, count(*) as times from ended where cause is not null group by id, cause)
    select id, count(*) filter (where cause is null) as posted,
      cast(percentile_cont(0.5) within group (order by seconds) as bigint) as median,
      cast(percentile_cont(0.5) within group (order by days) as bigint) as days,
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
        row.findBig("median"),
        row.findBig("days"));
  }
}
