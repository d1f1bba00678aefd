package com.lotview.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.kit.metrics.TableReader;
import com.lotview.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("servers")
class MailMetricsIT extends ServiceUnderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  @Autowired private MailPoller poller;
  @Autowired private TableReader reader;
  @Autowired private MeterRegistry meters;

  @Test
  void mailsThatWaitAreReadWithTheirDelay() throws SQLException {
    poller.stop();
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      double waiting = read("lotview.mails.waiting");
      String mail =
          "insert into auth.mail (id, dealership_id, recipient, subject, body, next_try_at) values"
              + " (gen_random_uuid(), '%s', 'a@example.com', 's', 'b', now() - interval '1 h')";
      statement.execute(mail.formatted(dealership));
      assertThat(read("lotview.mails.waiting")).isEqualTo(waiting + 1);
      assertThat(read("lotview.mails.due.age")).isGreaterThan(3599);

      statement.execute(
          "update auth.mail set next_try_at = null where recipient = 'a@example.com'");
      assertThat(read("lotview.mails.waiting")).as("given up").isEqualTo(waiting);
      statement.execute("delete from auth.mail where recipient = 'a@example.com'");
    } finally {
      poller.start();
    }
  }

  private double read(String gauge) {
    reader.read().block(DEADLINE);
    return meters.get(gauge).gauge().value();
  }
}
