package com.lotview.worker.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.lease.Job;
import com.lotview.worker.fleet.lease.JobState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code job}. */
final class JobRows {
  /*
   * A job's turn follows the waiting jobs of its dealership and the current turn. A sign-in, whose
   * owner is waiting, gets the current turn. The account's row is written under its lock, so that
   * the end of the account's last job and this insert see each other.
   */
  static final String ACCEPT =
      """
      with place as (
        select greatest(
          (select max(turn) + 1 from job
            where dealership_id = :dealership and state <> 'DONE' and :kind <> 'SIGN_IN'),
          coalesce(
            (select turn from account_lease
              where turn is not null and until <= statement_timestamp()
                and due <= statement_timestamp()
              order by turn limit 1),
            (select max(turn) from account_lease),
            1)) as turn),
      added as (
        insert into job (dealership_id, job_id, kind, task_id, account_id, posting_id, vehicle_id,
          attempt, marker, deadline_seconds, request, traceparent, turn)
        select :dealership, :job, :kind, :task, :account, :posting, :vehicle, :attempt, :marker,
          :deadline, :request, :trace, place.turn
        from place
        on conflict (dealership_id, job_id) do nothing
        returning dealership_id, account_id, turn)
      insert into account_lease as l (dealership_id, account_id, holder, fence, until, turn)
      select dealership_id, account_id, '', 0, '-infinity', turn from added
      on conflict (dealership_id, account_id) do update set turn = coalesce(l.turn, excluded.turn)
      """;

  private final DatabaseClient database;
  private final JsonMapper json;

  JobRows(DatabaseClient database, JsonMapper json) {
    this.database = database;
    // The body is stored unchanged; within a version, producers only add fields.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** Needs the system role, because it compares turns across dealerships. */
  Mono<Long> accept(JobOrder order, String body, @Nullable String traceparent) {
    ListingJob about = order instanceof ListingJob job ? job : null;
    return database
        .sql(ACCEPT)
        .bind("dealership", order.dealershipId())
        .bind("job", order.jobId())
        .bind("kind", order.kind().name())
        .bind("task", order.taskId())
        .bind("account", order.fbAccountId())
        .bind("attempt", order.attempt())
        .bind("deadline", order.deadlineSeconds())
        .bind("request", body)
        .bind("posting", Columns.orNull(about == null ? null : about.postingId(), UUID.class))
        .bind("vehicle", Columns.orNull(about == null ? null : about.vehicleId(), UUID.class))
        .bind("marker", Columns.orNull(about == null ? null : about.marker(), String.class))
        .bind("trace", Columns.orNull(traceparent, String.class))
        .fetch()
        .rowsUpdated();
  }

  Mono<Long> replace(UUID dealership, JobOrder order, String body) {
    return database
        .sql(
            "update job set request = :request where dealership_id = :dealership and job_id = :job")
        .bind("request", body)
        .bind("dealership", dealership)
        .bind("job", order.jobId())
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
        .map(row -> job(new Columns(row)))
        .one();
  }

  Job job(Columns row) {
    return new Job(
        json.readValue(row.text("request"), JobOrder.class),
        JobState.valueOf(row.text("state")),
        row.findText("traceparent"));
  }
}
