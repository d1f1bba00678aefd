package com.lotview.auth.mail;

import com.lotview.kit.metrics.TableReading;
import com.lotview.kit.metrics.TableReading.TableGauge;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read in the table of mails. */
@Configuration(proxyBeanMethods = false)
class MailReading {
  @Bean
  TableReading mailsReading() {
    return new TableReading(
        """
        select 'lotview.mails.waiting', null::text, count(*)::float8
          from (select from mail where next_try_at is not null limit 10000) waiting
        union all
        select 'lotview.mails.due.age', null, greatest(coalesce(
            extract(epoch from clock_timestamp() - min(next_try_at)), 0), 0)::float8
          from mail where next_try_at is not null
        """,
        List.of(
            TableGauge.count("lotview.mails.waiting", "Mails that were not sent yet; up to 10,000"),
            TableGauge.age(
                "lotview.mails.due.age", "How long the mail that is due longest is overdue")));
  }
}
