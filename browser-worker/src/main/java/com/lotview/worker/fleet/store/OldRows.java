package com.lotview.worker.fleet.store;

import com.lotview.kit.rows.Columns;
import com.lotview.worker.fleet.lease.JobStore.Old;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Old jobs with their runs, steps and pictures. */
final class OldRows {
  private static final String FIND =
      """
      with old as (
        select dealership_id, job_id from job
        where state = 'DONE' and finished_at < :before order by finished_at limit :most)
      select array(select dealership_id from old) as dealerships,
        array(select job_id from old) as jobs,
        array(select key from evidence join old using (dealership_id, job_id)) as pictures
      """;

  private static final String DELETE =
      """
      with old as (
        select * from unnest(:dealerships::uuid[], :jobs::text[]) as o(dealership_id, job_id)),
      pictures as (
        delete from evidence e using old
        where e.dealership_id = old.dealership_id and e.job_id = old.job_id),
      steps as (
        delete from step s using run r, old
        where r.dealership_id = old.dealership_id and r.job_id = old.job_id
          and s.dealership_id = r.dealership_id and s.run_id = r.run_id),
      runs as (
        delete from run r using old
        where r.dealership_id = old.dealership_id and r.job_id = old.job_id)
      delete from job j using old
      where j.dealership_id = old.dealership_id and j.job_id = old.job_id and j.state = 'DONE'
      """;

  private final DatabaseClient database;

  OldRows(DatabaseClient database) {
    this.database = database;
  }

  Mono<Old> find(Instant doneBefore, int most) {
    return database
        .sql(FIND)
        .bind("before", doneBefore.atOffset(ZoneOffset.UTC))
        .bind("most", most)
        .map(row -> {
          Columns columns = new Columns(row);
          return new Old(
              list(columns.get("dealerships", UUID[].class)),
              list(columns.get("jobs", String[].class)),
              list(columns.get("pictures", String[].class)));
        })
        .one();
  }

  Mono<Long> delete(Old old) {
    return database
        .sql(DELETE)
        .bind("dealerships", old.dealerships().toArray(UUID[]::new))
        .bind("jobs", old.jobs().toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static <T> List<T> list(T[] values) {
    return Arrays.asList(values);
  }
}
