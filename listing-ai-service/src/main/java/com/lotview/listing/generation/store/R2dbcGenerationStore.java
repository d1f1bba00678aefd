package com.lotview.listing.generation.store;

import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.listing.generation.Generation;
import com.lotview.listing.generation.GenerationStore;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.writing.WrittenListing;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
final class R2dbcGenerationStore implements GenerationStore {
  private static final String PENDING =
      """
      insert into generation (id, dealership_id, posting_id, vehicle_id, attempt, state, request, traceparent)
      values (:id, :dealership, :posting, :vehicle, :attempt, 'PENDING', :request, :trace)\
      """;
  private static final String DONE =
      """
      insert into generation (id, dealership_id, posting_id, vehicle_id, attempt, state, request, traceparent,
                              title, description, writer, model, rejected, done_at)
      values (:id, :dealership, :posting, :vehicle, :attempt, 'DONE', :request, :trace,
              :title, :description, :writer, :model, :rejected, clock_timestamp())\
      """;
  private static final String FINISH =
      """
      update generation
         set state = 'DONE', title = :title, description = :description, writer = :writer, model = :model,
             rejected = :rejected, claimed_until = null, done_at = clock_timestamp()
       where id = :id and state = 'PENDING'\
      """;
  private static final String GIVE_UP =
      """
      update generation
         set state = 'UNWRITABLE', rejected = array[:reason], claimed_until = null, done_at = clock_timestamp()
       where id = :id and state = 'PENDING'\
      """;
  private static final String CLAIM =
      """
      update generation set claimed_until = clock_timestamp() + make_interval(secs => :seconds)
       where id = (select id from generation
                    where state = 'PENDING' and (claimed_until is null or claimed_until < clock_timestamp())
                    order by requested_at limit 1 for update skip locked)
      returning id, dealership_id, posting_id, attempt, request, traceparent\
      """;
  private static final String RENEW =
      """
      update generation set claimed_until = clock_timestamp() + make_interval(secs => :seconds)
       where id = :id and state = 'PENDING'\
      """;

  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  R2dbcGenerationStore(DatabaseClient database, TenantTransactions transactions, JsonMapper json) {
    this.database = database;
    this.transactions = transactions;
    this.json = json;
  }

  @Override
  public Mono<Void> insertPending(Generation generation) {
    return request(PENDING, generation).then();
  }

  @Override
  public Mono<Void> insertDone(Generation generation, WrittenListing listing) {
    return text(request(DONE, generation), listing).then();
  }

  @Override
  public Mono<Boolean> finish(UUID generationId, WrittenListing listing) {
    return text(database.sql(FINISH).bind("id", generationId), listing)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Void> giveUp(UUID generationId, String reason) {
    return database.sql(GIVE_UP).bind("id", generationId).bind("reason", reason).then();
  }

  @Override
  public Mono<Generation> claim(Duration lease) {
    return transactions.inSystem(
        database
            .sql(CLAIM)
            .bind("seconds", seconds(lease))
            .map(row -> generation(new Columns(row)))
            .one());
  }

  @Override
  public Mono<Void> renew(UUID generationId, Duration lease) {
    return transactions.inSystem(
        database.sql(RENEW).bind("seconds", seconds(lease)).bind("id", generationId).then());
  }

  private GenericExecuteSpec request(String sql, Generation generation) {
    GenericExecuteSpec spec =
        database
            .sql(sql)
            .bind("id", generation.id())
            .bind("dealership", generation.dealershipId())
            .bind("posting", generation.postingId())
            .bind("vehicle", generation.brief().vehicle().id())
            .bind("attempt", generation.attempt())
            .bind("request", json.writeValueAsString(generation.brief()));
    return spec.bind("trace", Columns.orNull(generation.traceparent(), String.class));
  }

  private static GenericExecuteSpec text(GenericExecuteSpec spec, WrittenListing listing) {
    GenericExecuteSpec bound =
        spec.bind("title", listing.text().title())
            .bind("description", listing.text().description())
            .bind("writer", listing.writer().wire())
            .bind("rejected", listing.rejected().toArray(String[]::new));
    return bound.bind("model", Columns.orNull(listing.model(), String.class));
  }

  private Generation generation(Columns row) {
    return new Generation(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("posting_id"),
        row.number("attempt"),
        json.readValue(row.text("request"), ListingBrief.class),
        row.findText("traceparent"));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
