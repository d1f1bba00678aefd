package com.lotview.worker.fleet.store;

import com.lotview.worker.fleet.Job;
import com.lotview.worker.fleet.JobState;
import com.lotview.worker.fleet.Outcome;
import com.lotview.worker.fleet.PostingOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code job}. */
final class JobRows {
  private final DatabaseClient database;
  private final JsonMapper json;

  JobRows(DatabaseClient database, JsonMapper json) {
    this.database = database;
    // The body stands as it came; within a version, producers only add.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  Mono<Long> insert(PostingOrder order, String body, @Nullable String traceparent) {
    DatabaseClient.GenericExecuteSpec insert =
        database
            .sql(
                """
                insert into job (dealership_id, job_id, account_id, posting_id, vehicle_id, attempt,
                  marker, deadline_seconds, request, traceparent)
                values (:dealership, :job, :account, :posting, :vehicle, :attempt, :marker,
                  :deadline, :request, :trace)
                on conflict (dealership_id, job_id) do nothing
                """)
            .bind("dealership", order.dealershipId())
            .bind("job", order.jobId())
            .bind("account", order.fbAccountId())
            .bind("posting", order.postingId())
            .bind("vehicle", order.vehicleId())
            .bind("attempt", order.attempt())
            .bind("marker", order.marker())
            .bind("deadline", order.deadlineSeconds())
            .bind("request", body);
    return (traceparent == null
            ? insert.bindNull("trace", String.class)
            : insert.bind("trace", traceparent))
        .fetch()
        .rowsUpdated();
  }

  Mono<Job> read(UUID dealership, String jobId) {
    return database
        .sql(
            """
            select request, state, traceparent from job
            where dealership_id = :dealership and job_id = :job
            """)
        .bind("dealership", dealership)
        .bind("job", jobId)
        .map(row ->
            new Job(
                json.readValue(Columns.get(row, "request", String.class), PostingOrder.class),
                JobState.valueOf(Columns.get(row, "state", String.class)),
                row.get("traceparent", String.class)))
        .one();
  }

  Mono<Long> setState(UUID dealership, String jobId, JobState state) {
    return change("set state = :value", dealership, jobId, state.name());
  }

  Mono<Long> setNotBefore(UUID dealership, String jobId, Instant time) {
    return change("set not_before = :value", dealership, jobId, time.atOffset(ZoneOffset.UTC));
  }

  Mono<Long> setDone(UUID dealership, String jobId, Outcome outcome) {
    return change(
        "set state = 'DONE', outcome = :value, finished_at = clock_timestamp()",
        dealership,
        jobId,
        outcome.name());
  }

  /** Changes an open job; one that is done is never changed. */
  private Mono<Long> change(String set, UUID dealership, String jobId, Object value) {
    return database
        .sql(
            "update job "
                + set
                + " where dealership_id = :dealership and job_id = :job and state <> 'DONE'")
        .bind("value", value)
        .bind("dealership", dealership)
        .bind("job", jobId)
        .fetch()
        .rowsUpdated();
  }
}
