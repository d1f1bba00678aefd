package com.lotview.posting.metrics;

import com.lotview.kit.metrics.TableReading;
import com.lotview.kit.metrics.TableReading.TableGauge;
import com.lotview.posting.dispatch.PostLimits;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read in the tables of postings, jobs and accounts. */
@Configuration(proxyBeanMethods = false)
class PostingReadings {
  // READY is last in order: the bound cuts only those that wait.
  private static final String POSTINGS =
      """
      select 'lotview.postings', s.status, count(o.status)::float8
        from unnest(array['AWAITING_APPROVAL', 'GENERATING', 'NEEDS_LOGIN', 'NEEDS_REVIEW',
          'POSTING', 'PUBLISHING', 'QUEUED', 'READY']) s (status)
        left join (select status from posting where active and status <> 'POSTED'
          order by status limit 100000) o using (status)
        group by s.status
      union all
      select 'lotview.postings.review.age', null,
          coalesce(extract(epoch from now() - min(updated_at)), 0)::float8
        from posting where active and status <> 'POSTED' and status = 'NEEDS_REVIEW'
      """;
  private static final String JOBS =
      """
      select 'lotview.jobs.due', null, count(*)::float8
        from (select from account_slot
          where open and busy_job is null and next_look <= now() limit 100000) due
      union all
      select 'lotview.jobs.due.age', null,
          greatest(coalesce(extract(epoch from now() - min(next_look)), 0), 0)::float8
        from account_slot where open and busy_job is null and next_look is not null
      union all
      select 'lotview.jobs.handed', null, count(*)::float8
        from account_slot where busy_job is not null and begun_at is null
      union all
      select 'lotview.jobs.handed.age', null,
          coalesce(extract(epoch from now() - min(handed_at)), 0)::float8
        from account_slot where busy_job is not null and begun_at is null
      """;
  private static final String ACCOUNTS =
      """
      select 'lotview.accounts', s.state, count(a.state)::float8
        from unnest(array['VALID', 'CHECKING', 'NEEDS_LOGIN', 'DISCONNECTED']) s (state)
        left join fb_account a using (state) group by s.state
      union all
      select 'lotview.accounts.resting', null, count(*)::float8
        from account_slot where rest_until > now()
      union all
      select 'lotview.limits.slots.used', null, count(*)::float8
        from post_slot where at > now() - interval '1 hour'
      union all
      select 'lotview.limits.slots.possible', null, %d * count(*)::float8
        from account_slot where open
      """
          .formatted(PostLimits.PER_HOUR);

  @Bean
  TableReading postingsReading() {
    return new TableReading(
        POSTINGS,
        List.of(
            TableGauge.counts(
                "lotview.postings",
                "state",
                "Postings that are neither live nor ended; counted up to 100,000"),
            TableGauge.age(
                "lotview.postings.review.age", "How long the oldest posting waits for a review")));
  }

  @Bean
  TableReading jobsReading() {
    return new TableReading(
        JOBS,
        List.of(
            TableGauge.count(
                "lotview.jobs.due", "Accounts with a job that may run now; counted up to 100,000"),
            TableGauge.age(
                "lotview.jobs.due.age", "How long the oldest job that may run is not handed over"),
            TableGauge.count(
                "lotview.jobs.handed", "Jobs that the fleet has and no worker has begun"),
            TableGauge.age(
                "lotview.jobs.handed.age", "How long the oldest of these is with the fleet")));
  }

  @Bean
  TableReading accountsReading() {
    return new TableReading(
        ACCOUNTS,
        List.of(
            TableGauge.counts("lotview.accounts", "state", "Facebook accounts"),
            TableGauge.count(
                "lotview.accounts.resting", "Accounts that rest because the site asked for it"),
            TableGauge.count("lotview.limits.slots.used", "Posts of the last hour"),
            TableGauge.count(
                "lotview.limits.slots.possible", "Posts that the limits allow in an hour")));
  }
}
