package com.lotview.worker.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.Job;
import com.lotview.worker.fleet.lease.JobState;
import com.lotview.worker.fleet.lease.Lease;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.messaging.FleetEvents.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The tables {@code run}, {@code step} and {@code evidence}, and the state of the job. Each write
 * is one statement that checks the fence.
 */
final class RunLog {
  /**
   * Inserts the steps and pictures of the notes. A step is inserted once: after a transaction with
   * an unknown end, only new steps are returned.
   */
  private static final String NOTES =
      """
      steps as (
        insert into step (dealership_id, run_id, step, message, elapsed_ms)
        select held.dealership_id, :run, s.step, s.message, s.elapsed_ms
        from held, unnest(:steps::integer[], :messages::text[], :elapsed::bigint[])
          as s(step, message, elapsed_ms)
        on conflict do nothing returning step),
      kept as (
        insert into evidence (dealership_id, job_id, kind, run_id, key, sha256, taken_at)
        select held.dealership_id, :job, e.kind, :run, e.key, e.sha256, e.taken_at
        from held, unnest(:kinds::text[], :keys::text[], :hashes::text[], :taken::timestamptz[])
          as e(kind, key, sha256, taken_at)
        on conflict (dealership_id, job_id, kind) do update
          set run_id = excluded.run_id, key = excluded.key, sha256 = excluded.sha256,
            taken_at = excluded.taken_at)\
      """;

  private static final String NOTE =
      """
      with %s, %s,
      written as (
        update run r set process_group = coalesce(:group, r.process_group),
          clicked_at = case when :clicked then clock_timestamp() else r.clicked_at end
        from held
        where r.dealership_id = held.dealership_id and r.run_id = :run and r.fence = held.fence
        returning r.run_id)
      select (select array_agg(step) from steps) as told from held
      """
          .formatted(LeaseRows.HELD, NOTES);

  private static final String INTEND =
      """
      with %s, %s,
      written as (
        update run r set process_group = coalesce(:group, r.process_group),
          clicked_at = case when :clicked then clock_timestamp() else r.clicked_at end,
          intent_at = clock_timestamp(), lease_until = held.until
        from held
        where r.dealership_id = held.dealership_id and r.run_id = :run and r.fence = held.fence
          and r.ending is null
        returning r.run_id)
      select (select array_agg(step) from steps) as told from written
      """
          .formatted(LeaseRows.EXTENDED, NOTES);

  // A recovering worker ends a dead worker's run, whose fence is lower than its own.
  private static final String ENDED =
      """
      written as (
        update run r set process_group = coalesce(:group, r.process_group),
          clicked_at = case when :clicked then clock_timestamp() else r.clicked_at end,
          ending = :ending, remark = :remark, ended_at = clock_timestamp()
        from held
        where r.dealership_id = held.dealership_id and r.run_id = :run and r.fence <= held.fence
          and r.ending is null
        returning r.run_id)\
      """;

  private static final String END =
      """
      with %s, %s, %s,
      moved as (
        update job j set state = coalesce(:state, j.state) from held
        where j.dealership_id = held.dealership_id and j.job_id = :job and j.state <> 'DONE')
      select (select array_agg(step) from steps) as told from held
      """
          .formatted(LeaseRows.HELD, NOTES, ENDED);

  /*
   * An earlier statement must have locked the account's row: only then does this one see each job
   * that was accepted before, so that the account's next turn is not lost.
   */
  private static final String FINISH =
      """
      with %s, %s, %s,
      done as (
        update job j set state = 'DONE', outcome = :outcome, finished_at = clock_timestamp()
        from held
        where j.dealership_id = held.dealership_id and j.job_id = :job and j.state <> 'DONE'
        returning j.job_id),
      next as (
        update account_lease l
        set due = '-infinity', turn = (
          select n.turn from job n
          where n.dealership_id = l.dealership_id and n.account_id = l.account_id
            and n.state <> 'DONE' and n.job_id <> :job
          order by n.seq limit 1)
        from held
        where l.dealership_id = held.dealership_id and l.account_id = held.account_id),
      span as (
        select min(started_at) as started from run
        where dealership_id = :dealership and job_id = :job),
      earlier as (
        select array_agg(kind order by taken_at) as kinds,
          array_agg(key order by taken_at) as keys,
          array_agg(sha256 order by taken_at) as hashes,
          array_agg((extract(epoch from taken_at) * 1000)::bigint order by taken_at) as taken
        from evidence where dealership_id = :dealership and job_id = :job)
      select coalesce(span.started, clock_timestamp()) as started, clock_timestamp() as finished,
        earlier.*, (select array_agg(step) from steps) as told
      from done, span, earlier
      """
          .formatted(LeaseRows.HELD, NOTES, ENDED);

  private final DatabaseClient database;

  RunLog(DatabaseClient database) {
    this.database = database;
  }

  /** The new steps; empty if the fence is stale. */
  Mono<List<Notes.Reached>> note(Lease lease, Job job, Run run, Notes notes) {
    return told(bind(NOTE, lease, job, run.id(), notes), notes);
  }

  /** The same; empty also if the lease has lapsed or the run has ended. */
  Mono<List<Notes.Reached>> intend(Lease lease, Job job, Run run, Duration length, Notes notes) {
    return told(bind(INTEND, lease, job, run.id(), notes).bind("millis", length.toMillis()), notes);
  }

  /**
   * The same.
   *
   * @param state new state of the job; null keeps it
   */
  Mono<List<Notes.Reached>> end(
      Lease lease,
      Job job,
      Run run,
      RunEnd end,
      @Nullable String remark,
      @Nullable JobState state,
      Notes notes) {
    DatabaseClient.GenericExecuteSpec statement =
        ending(bind(END, lease, job, run.id(), notes), end, remark);
    return told(
        statement.bind("state", Columns.orNull(state == null ? null : state.name(), String.class)),
        notes);
  }

  /** The new steps and the span of a finished job. */
  record Finished(List<Notes.Reached> told, Span span) {}

  /** Empty if the job is done already. */
  Mono<Finished> finish(Lease lease, Job job, @Nullable Run run, JobResult result, Notes notes) {
    DatabaseClient.GenericExecuteSpec statement =
        bind(FINISH, lease, job, run == null ? null : run.id(), notes);
    return ending(statement, RunEnd.FINISHED, result.reason())
        .bind("outcome", result.outcome().name())
        .map(row -> {
          Columns columns = new Columns(row);
          return new Finished(told(columns, notes), span(columns, notes));
        })
        .one();
  }

  private static DatabaseClient.GenericExecuteSpec ending(
      DatabaseClient.GenericExecuteSpec statement, RunEnd end, @Nullable String remark) {
    return statement
        .bind("ending", end.name())
        .bind("remark", Columns.orNull(remark, String.class));
  }

  private DatabaseClient.GenericExecuteSpec bind(
      String sql, Lease lease, Job job, @Nullable UUID run, Notes notes) {
    DatabaseClient.GenericExecuteSpec statement =
        LeaseRows.bind(database.sql(sql), lease)
            .bind("job", job.id())
            .bind("clicked", notes.clicked())
            .bind("steps", steps(notes, it -> it.progress().step()).toArray(Integer[]::new))
            .bind("messages", steps(notes, it -> it.progress().message()).toArray(String[]::new))
            .bind("elapsed", steps(notes, Notes.Reached::elapsedMillis).toArray(Long[]::new))
            .bind("kinds", kept(notes, it -> it.kind().wire()))
            .bind("keys", kept(notes, Evidence::key))
            .bind("hashes", kept(notes, Evidence::sha256))
            .bind("taken", kept(notes, it -> it.takenAt().toString()));
    statement = statement.bind("run", Columns.orNull(run, UUID.class));
    return statement.bind("group", Columns.orNull(notes.processGroup(), Long.class));
  }

  private static <T> List<T> steps(Notes notes, Function<Notes.Reached, T> part) {
    return notes.reached().stream().map(part).toList();
  }

  private static String[] kept(Notes notes, Function<Evidence, String> part) {
    return notes.kept().stream().map(part).toArray(String[]::new);
  }

  private static Mono<List<Notes.Reached>> told(
      DatabaseClient.GenericExecuteSpec statement, Notes notes) {
    return statement.map(row -> told(new Columns(row), notes)).one();
  }

  private static List<Notes.Reached> told(Columns row, Notes notes) {
    Integer[] told = row.find("told", Integer[].class);
    Set<Integer> steps = told == null ? Set.of() : Set.of(told);
    return notes.reached().stream().filter(it -> steps.contains(it.progress().step())).toList();
  }

  private static Span span(Columns row, Notes notes) {
    List<Evidence> all = new ArrayList<>();
    String[] kinds = row.find("kinds", String[].class);
    if (kinds != null) {
      String[] keys = row.get("keys", String[].class);
      String[] hashes = row.get("hashes", String[].class);
      Long[] taken = row.get("taken", Long[].class);
      for (int i = 0; i < kinds.length; i++) {
        Evidence.Kind kind = Evidence.Kind.valueOf(kinds[i].toUpperCase(Locale.ROOT));
        if (notes.kept().stream().noneMatch(it -> it.kind() == kind)) {
          all.add(new Evidence(kind, keys[i], hashes[i], Instant.ofEpochMilli(taken[i])));
        }
      }
    }
    all.addAll(notes.kept());
    return new Span(row.instant("started"), row.instant("finished"), all);
  }
}
