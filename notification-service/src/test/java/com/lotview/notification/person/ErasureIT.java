package com.lotview.notification.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.notification.ServiceUnderTest;
import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auth-service says that a person is erased: what is here of the person goes. */
class ErasureIT extends ServiceUnderTest {
  private final UUID dealership = UUID.randomUUID();
  private final UUID seller = UUID.randomUUID();
  private final UUID colleague = UUID.randomUUID();
  private final String mark = UUID.randomUUID().toString();
  private final String name = "Name" + mark.substring(0, 8);
  private final String email = mark.substring(24) + "@planted.example";
  private final String address =
      "2001:db8::" + mark.substring(9, 13) + ":" + mark.substring(19, 23);

  @BeforeEach
  void people() {
    person(seller, dealership, Role.SALESPERSON, true);
    person(colleague, dealership, Role.SALESPERSON, true);
    awaitPeople(dealership, 2);
  }

  @Test
  void noticesMailsPreferencesAndEventsOfThePersonGo() throws Exception {
    plant(seller, "%s <%s> at %s".formatted(name, email, address));
    plant(colleague, "of a colleague");
    List<Planted> planted =
        List.of(
            Planted.nowhere("name", name),
            Planted.nowhere("e-mail", email),
            Planted.nowhere("address", address));
    assertThat(leaks(planted))
        .containsExactlyInAnyOrder(
            "name in table notification.notice",
            "name in table notification.event",
            "e-mail in table notification.notice",
            "e-mail in table notification.event",
            "address in table notification.notice",
            "address in table notification.event");

    erase(seller);

    await().atMost(Duration.ofSeconds(60)).until(() -> leaks(planted).isEmpty());
    for (String table : List.of("notice", "notice_preference", "notice_mail", "ws_ticket")) {
      assertThat(users(table)).as(table).containsExactly(colleague.toString());
    }
    assertThat(
            rows("select seq from event where dealership_id = '" + dealership + "' order by seq"))
        .containsExactly("1", "2");
  }

  @Test
  void aLaterEventMakesNoNoticeForThem_andARepeatChangesNothing() {
    person(UUID.randomUUID(), dealership, Role.GM, true);
    awaitPeople(dealership, 3);
    erase(seller);
    erase(seller);
    awaitPeople(dealership, 2);

    posting(dealership, "FAILED", Map.of("userId", seller));

    await().atMost(Duration.ofSeconds(60)).until(() -> users("notice").size() == 1);
    assertThat(users("notice")).doesNotContain(seller.toString());
  }

  private void erase(UUID user) {
    EVENTS.send(
        Topics.USER_CHANGED,
        EventTypes.USER_CHANGED,
        user.toString(),
        UUID.randomUUID(),
        Map.of(
            "userId",
            user,
            "dealershipId",
            dealership,
            "role",
            "SALESPERSON",
            "active",
            false,
            "erased",
            true));
  }

  private void plant(UUID user, String words) {
    rows(
        """
        insert into notice (id, dealership_id, user_id, kind, title, body, path, in_app, created_at,
                            mail_at)
        values (gen_random_uuid(), '%s', '%s', 'POSTING_FAILED', '%s', '%s', '/', true, now(),
                now() + interval '1 hour')
        """
            .formatted(dealership, user, words, words));
    rows(
        "insert into notice_preference values ('%s', '%s', 'POSTING_FAILED', true, true)"
            .formatted(dealership, user));
    rows("insert into notice_mail values ('%s', '%s', now())".formatted(dealership, user));
    rows(
        """
        insert into ws_ticket (dealership_id, hash, user_id, expires_at, token_expires_at)
        values ('%s', '%s'::bytea, '%s', now() + interval '1 hour', now() + interval '1 hour')
        """
            .formatted(dealership, user, user));
    rows(
        "select event_append('%s', 'import.progress', null, '{\"said\":\"%s\"}', null, '%s', null, '{\"said\":\"%s\"}')"
            .formatted(dealership, words, user, words));
  }

  private List<String> users(String table) {
    return rows("select user_id from " + table + " where dealership_id = '" + dealership + "'");
  }

  private static Set<String> leaks(List<Planted> planted) throws Exception {
    try (Connection all = TestServers.superuser()) {
      return new SecretSearch()
          .tables(all).leaks(planted).stream()
              .filter(leak -> leak.contains("table notification."))
              .collect(Collectors.toSet());
    }
  }
}
