package com.lotview.inventory.feed.store;

import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.Feed.Login;
import com.lotview.inventory.feed.FeedStore;
import com.lotview.inventory.feed.Health;
import com.lotview.kit.rows.Columns;
import io.r2dbc.postgresql.codec.Json;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@link FeedStore} on PostgreSQL. */
@Repository
class SqlFeedStore implements FeedStore {
  private final DatabaseClient database;
  private final JsonMapper json;

  SqlFeedStore(DatabaseClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Flux<Feed> list() {
    return database
        .sql("select * from stock_feed order by created_at, id")
        .map(row -> FeedRows.feed(row, json))
        .all();
  }

  @Override
  public Mono<Feed> find(UUID id) {
    return one("select * from stock_feed where id = :id", id);
  }

  @Override
  public Mono<Feed> lock(UUID id) {
    return one("select * from stock_feed where id = :id for update", id);
  }

  private Mono<Feed> one(String sql, UUID id) {
    return database.sql(sql).bind("id", id).map(row -> FeedRows.feed(row, json)).one();
  }

  @Override
  public Mono<Boolean> add(Feed feed) {
    GenericExecuteSpec sql =
        database
            .sql(
                """
                insert into stock_feed (id, dealership_id, user_id, name, url, login_kind,
                  login_name, login_secret, every_minutes, at_times, zone, missing, relist, active,
                  created_at, next_at, dropped, came_at, failures, alarm, alarm_at, etag,
                  last_modified, sha256, row_count, said)
                values (:id, :dealership, :user, :name, :url, :kind, :login, :secret, :every, :times,
                  :zone, :missing, :relist, :active, :created, :next, :dropped, :came, :failures,
                  :alarm, :alarmAt, :etag, :modified, :sha256, :rows, :said)
                on conflict do nothing
                """)
            .bind("dealership", feed.dealershipId())
            .bind("user", feed.userId())
            .bind("created", feed.createdAt());
    return bound(sql, feed).fetch().rowsUpdated().map(added -> added == 1);
  }

  @Override
  public Mono<Void> update(Feed feed) {
    return bound(
            database.sql(
                """
                update stock_feed set name = :name, url = :url, login_kind = :kind,
                  login_name = :login, login_secret = :secret, every_minutes = :every,
                  at_times = :times, zone = :zone, missing = :missing, relist = :relist,
                  active = :active, next_at = :next, dropped = :dropped, came_at = :came,
                  failures = :failures, alarm = :alarm, alarm_at = :alarmAt, etag = :etag,
                  last_modified = :modified, sha256 = :sha256, row_count = :rows, said = :said
                where id = :id
                """),
            feed)
        .then();
  }

  private GenericExecuteSpec bound(GenericExecuteSpec sql, Feed feed) {
    URI url = feed.url();
    Health.Alarm alarm = feed.health().alarm();
    String times =
        feed.schedule().at().stream().map(String::valueOf).collect(Collectors.joining(" "));
    return boundKnown(boundLogin(sql, feed.login()), feed.known())
        .bind("id", feed.id())
        .bind("name", feed.name())
        .bind("url", text(url == null ? null : url.toString()))
        .bind("every", Columns.orNull(feed.schedule().everyMinutes(), Integer.class))
        .bind("times", times)
        .bind("zone", feed.schedule().zone().getId())
        .bind("missing", feed.rules().missing().name())
        .bind("relist", feed.rules().relist())
        .bind("active", feed.active())
        .bind("next", feed.nextAt())
        .bind("dropped", text(feed.dropped()))
        .bind("came", feed.health().cameAt())
        .bind("failures", feed.health().failures())
        .bind("alarm", text(alarm == null ? null : alarm.name()))
        .bind("alarmAt", Columns.orNull(feed.health().since(), Instant.class));
  }

  private static GenericExecuteSpec boundLogin(GenericExecuteSpec sql, @Nullable Login login) {
    return sql.bind("kind", text(login == null ? null : login.kind().name()))
        .bind("login", text(login == null ? null : login.name()))
        .bind("secret", text(login == null ? null : login.secret()));
  }

  private GenericExecuteSpec boundKnown(GenericExecuteSpec sql, Feed.Known known) {
    Content content = known.content();
    return sql.bind("etag", text(content == null ? null : content.etag()))
        .bind("modified", text(content == null ? null : content.lastModified()))
        .bind("sha256", text(content == null ? null : content.sha256()))
        .bind("rows", Columns.orNull(known.rows(), Integer.class))
        .bind("said", Json.of(json.writeValueAsString(known.said())));
  }

  private static io.r2dbc.spi.Parameter text(@Nullable String value) {
    return Columns.orNull(value, String.class);
  }

  @Override
  public Mono<UUID> remove(UUID id) {
    return database
        .sql("delete from stock_feed where id = :id returning id")
        .bind("id", id)
        .map(row -> new Columns(row).uuid("id"))
        .one();
  }

  @Override
  public Flux<Feed> due(Instant now, int most) {
    return database
        .sql(
            """
            select * from stock_feed f where active and next_at <= :now
              and not exists (select from stock_feed_run r
                where r.feed_id = f.id and r.state in ('FETCHING', 'IMPORTING'))
            order by next_at limit :most for update of f skip locked
            """)
        .bind("now", now)
        .bind("most", most)
        .map(row -> FeedRows.feed(row, json))
        .all();
  }

  @Override
  public Mono<Void> moveOn(UUID id, Instant nextAt, @Nullable String dropped) {
    return database
        .sql("update stock_feed set next_at = :next, dropped = :dropped where id = :id")
        .bind("id", id)
        .bind("next", nextAt)
        .bind("dropped", text(dropped))
        .then();
  }
}
