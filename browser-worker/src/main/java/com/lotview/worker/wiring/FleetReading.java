package com.lotview.worker.wiring;

import com.lotview.kit.metrics.TableReading;
import com.lotview.kit.metrics.TableReading.TableGauge;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read in the tables of the fleet; every worker reads the same. */
@Configuration(proxyBeanMethods = false)
class FleetReading {
  // Open jobs are few: no more are handed over than the fleet has browsers for.
  private static final String SQL =
      """
      select 'lotview.fleet.jobs', s.state, count(o.state)::float8
        from unnest(array['WAITING', 'RUNNING', 'SETTLING']) s (state)
        left join (select state from job where state <> 'DONE' limit 10000) o using (state)
        group by s.state
      union all
      select 'lotview.fleet.leases', null, count(*)::float8
        from account_lease where until > clock_timestamp()
      union all
      select u.metric, null, case u.metric when 'lotview.intents.unsettled' then count(r.intent_at)
          else coalesce(max(extract(epoch from clock_timestamp() - r.intent_at)), 0) end::float8
        from unnest(array['lotview.intents.unsettled', 'lotview.intents.unsettled.age']) u (metric)
        left join (select r.intent_at from
            (select dealership_id, job_id from job where state <> 'DONE' limit 10000) j
            join run r using (dealership_id, job_id)
          where r.intent_at is not null
            and (r.ended_at is not null or r.lease_until < clock_timestamp())) r on true
        group by u.metric
      """;

  @Bean
  TableReading fleetTables() {
    return new TableReading(
        SQL,
        List.of(
            TableGauge.counts(
                "lotview.fleet.jobs", "state", "Jobs of the fleet that have no result yet"),
            TableGauge.count("lotview.fleet.leases", "Accounts that a worker works for"),
            TableGauge.count(
                "lotview.intents.unsettled",
                "Clicks whose browser is gone and whose effect is not known yet"),
            TableGauge.age(
                "lotview.intents.unsettled.age", "Age of the oldest intent of these clicks")));
  }
}
