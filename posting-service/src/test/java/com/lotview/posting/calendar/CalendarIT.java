package com.lotview.posting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The calendar of a dealership in Denver. */
@Tag("servers")
class CalendarIT extends ServiceUnderTest {
  private static final ZoneId DENVER = ZoneId.of("America/Denver");

  @Test
  void plannedPostingsAndFreePlacesOfEachAccount() {
    UUID account = account();
    UUID idle = account();
    LocalDate day = LocalDate.ofInstant(clock.instant(), DENVER).plusDays(3);
    Instant ten = day.atTime(10, 0).atZone(DENVER).toInstant();
    for (int i = 0; i < 3; i++) {
      UUID posting =
          UUID.fromString(
              body(order(
                          Map.of(
                              "vehicleId",
                              vehicle(),
                              "fbAccountId",
                              account,
                              "scheduledFor",
                              ten.plusSeconds(60L * i)))
                      .expectStatus()
                      .isAccepted())
                  .get("id")
                  .asString());
      if (i == 0) {
        written(posting);
        awaitStatus(posting, "READY");
      }
    }
    JsonNode calendar = read("?from=" + day + "&to=" + day.plusDays(1));
    assertThat(calendar.get("timezone").asString()).isEqualTo("America/Denver");
    assertThat(calendar.get("accounts")).hasSize(2);
    JsonNode plan = calendar.at("/accounts/0");
    assertThat(plan.get("id").asString()).isEqualTo(account.toString());
    assertThat(plan.get("days")).hasSize(2);
    assertThat(plan.at("/days/0/date").asString()).isEqualTo(day.toString());
    assertThat(plan.at("/days/0/planned").asInt()).isEqualTo(3);
    assertThat(plan.at("/days/0/free").asInt()).isEqualTo(17);
    JsonNode hour = plan.at("/days/0/hours/10");
    assertThat(hour.get("start").asString()).startsWith(day + "T10:00");
    assertThat(hour.get("planned").asInt()).isEqualTo(3);
    assertThat(hour.get("free").asInt()).isEqualTo(2);
    assertThat(plan.at("/days/1/planned").asInt()).isZero();
    assertThat(Instant.parse(plan.get("nextFree").asString()))
        .isBetween(clock.instant().minusSeconds(60), clock.instant());
    assertThat(read("?fbAccountId=" + idle).get("accounts")).hasSize(1);
    assertThat(read("").at("/accounts/0/days")).hasSize(7);
  }

  @Test
  void aWrongTimeIsNamed_andAForeignAccountIsNotFound() {
    account();
    for (List<String> wrong :
        List.of(
            List.of("?from=2020-01-01", "from"),
            List.of("?from=soon", "from"),
            List.of("?to=2020-01-01", "to"),
            List.of("?to=" + LocalDate.now().plusDays(60), "to"),
            List.of("?day=1", "day"))) {
      as(Role.SALESPERSON)
          .get()
          .uri("/v1/calendar" + wrong.getFirst())
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].field")
          .isEqualTo(wrong.getLast());
    }
    as(Role.SALESPERSON)
        .get()
        .uri("/v1/calendar?fbAccountId=" + UUID.randomUUID())
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private JsonNode read(String query) {
    return body(
        as(Role.SALESPERSON).get().uri("/v1/calendar" + query).exchange().expectStatus().isOk());
  }
}
