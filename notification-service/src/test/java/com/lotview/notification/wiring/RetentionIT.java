package com.lotview.notification.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.Retention;
import com.lotview.notification.ServiceUnderTest;
import com.lotview.notification.notice.NoticeProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is old is deleted, what is not stays. */
class RetentionIT extends ServiceUnderTest {
  private final UUID dealership = UUID.randomUUID();

  @Autowired List<Kept> kept;

  @Test
  void eachKindEndsAtItsAge() {
    notice("91 days");
    notice("89 days");
    for (String age : List.of("9 days", "8 days", "6 days")) {
      rows("select event_append('%s', 'x', null, '{}')".formatted(dealership));
      rows(
          "update event set at = now() - interval '%s' where dealership_id = '%s' and at > now() - interval '1 minute'"
              .formatted(age, dealership));
    }

    new Retention(kept, Clock.fixed(Instant.now(), ZoneOffset.UTC))
        .sweep()
        .block(Duration.ofSeconds(30));

    assertThat(rows("select id from notice where dealership_id = '" + dealership + "'")).hasSize(1);
    assertThat(rows("select seq from event where dealership_id = '" + dealership + "'"))
        .containsExactly("3");
  }

  @Test
  void noticesThatEndAtOnceAreRefused() {
    assertThatThrownBy(
            () -> new NoticeProperties(Duration.ZERO, Duration.ZERO, Duration.ofHours(23)))
        .hasMessageContaining("lotview.notices.retention");
  }

  private void notice(String age) {
    rows(
        """
        insert into notice (id, dealership_id, user_id, kind, title, body, path, in_app, created_at)
        values (gen_random_uuid(), '%s', gen_random_uuid(), 'POSTING_FAILED', 'x', 'x', '/', true,
                now() - interval '%s')
        """
            .formatted(dealership, age));
  }
}
