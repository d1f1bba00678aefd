package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Timeline and evidence of postings. */
@Component
class TimelineRows {
  private final DatabaseClient database;

  TimelineRows(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> append(UUID postingId, TimelineEntry entry) {
    PostingStatus status = entry.status();
    return database
        .sql(
            """
            insert into posting_event
              (dealership_id, posting_id, at, type, status, step, total, message, attempt)
            select dealership_id, id, :at, :type, :status, :step, :total, :message, :attempt
            from posting where id = :id
            """)
        .bind("id", postingId)
        .bind("at", entry.at())
        .bind("type", entry.type().name())
        .bind("status", Columns.orNull(status == null ? null : status.name(), String.class))
        .bind("step", Columns.orNull(entry.step(), Integer.class))
        .bind("total", Columns.orNull(entry.total(), Integer.class))
        .bind("message", entry.message())
        .bind("attempt", entry.attempt())
        .then();
  }

  Mono<Void> keep(UUID postingId, List<Evidence> evidence, Instant oldest) {
    return Flux.fromIterable(evidence)
        .concatMap(picture -> keep(postingId, picture))
        .then(forget(oldest));
  }

  private Mono<Void> forget(Instant oldest) {
    return database
        .sql("delete from evidence where taken_at < :oldest")
        .bind("oldest", oldest)
        .then();
  }

  private Mono<Void> keep(UUID postingId, Evidence picture) {
    return database
        .sql(
            """
            insert into evidence
              (dealership_id, posting_id, attempt, kind, object_key, sha256, taken_at)
            select dealership_id, id, :attempt, :kind, :key, :sha256, :taken
            from posting where id = :id
            on conflict do nothing
            """)
        .bind("id", postingId)
        .bind("attempt", picture.attempt())
        .bind("kind", picture.kind())
        .bind("key", picture.key())
        .bind("sha256", Columns.orNull(picture.sha256(), String.class))
        .bind("taken", picture.takenAt())
        .then();
  }

  Flux<TimelineEntry> timeline(UUID postingId) {
    return database
        .sql(
            "select at, type, status, step, total, message, attempt from posting_event"
                + " where posting_id = :id order by seq")
        .bind("id", postingId)
        .map(row -> entry(new Columns(row)))
        .all();
  }

  Flux<Evidence> evidence(UUID postingId, Instant oldest) {
    return database
        .sql(
            "select attempt, kind, object_key, sha256, taken_at from evidence"
                + " where posting_id = :id and taken_at >= :oldest order by taken_at, object_key")
        .bind("id", postingId)
        .bind("oldest", oldest)
        .map(row -> picture(new Columns(row)))
        .all();
  }

  private static Evidence picture(Columns row) {
    return new Evidence(
        row.number("attempt"),
        row.text("kind"),
        row.text("object_key"),
        row.findText("sha256"),
        row.instant("taken_at"));
  }

  private static TimelineEntry entry(Columns row) {
    String status = row.findText("status");
    return new TimelineEntry(
        row.instant("at"),
        TimelineEntry.Type.valueOf(row.text("type")),
        status == null ? null : PostingStatus.valueOf(status),
        row.findNumber("step"),
        row.findNumber("total"),
        row.text("message"),
        row.number("attempt"));
  }
}
