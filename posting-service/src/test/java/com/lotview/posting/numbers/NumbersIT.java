package com.lotview.posting.numbers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A month in numbers. */
@Tag("servers")
class NumbersIT extends ServiceUnderTest {

  @Test
  void aMonthByPersonAccountAndVehicle() {
    UUID account = account();
    UUID other = account();
    UUID live = live(account);
    failed(account);
    live(other);
    posting(account);
    YearMonth month = YearMonth.from(clock.instant().atZone(ZoneId.of("America/Denver")));

    JsonNode numbers = read("?month=" + month);
    assertThat(numbers.get("timezone").asString()).isEqualTo("America/Denver");
    assertThat(numbers.get("byPerson")).hasSize(1);
    JsonNode person = numbers.at("/byPerson/0");
    assertThat(person.get("id").asString()).isEqualTo(user.toString());
    assertThat(person.get("posted").asLong()).isEqualTo(2);
    assertThat(person.at("/failed/FIELD").asLong()).isEqualTo(1);
    assertThat(person.get("medianSecondsToLive").asLong()).isBetween(0L, 120L);
    assertThat(numbers.get("byAccount")).hasSize(2);
    JsonNode first = numbers.at("/byAccount/0");
    assertThat(first.get("posted").asLong()).isEqualTo(1);
    assertThat(first.get("name").asString()).isEqualTo("Main account");
    assertThat(numbers.get("byVehicle")).hasSize(3);
    List<String> posted =
        List.of(numbers.at("/byVehicle/0/id").asString(), numbers.at("/byVehicle/1/id").asString());
    assertThat(posted).contains(story(live).get("vehicleId").asString());
    assertThat(numbers.at("/byVehicle/2/posted").asLong()).isZero();
    assertThat(numbers.at("/byVehicle/2/medianSecondsToLive").isNull()).isTrue();

    assertThat(read("?month=" + month.minusMonths(1)).get("byPerson")).isEmpty();
  }

  @Test
  void ageOfStockWhenItWentLive_andWhatNeverDid() {
    ZoneId denver = ZoneId.of("America/Denver");
    LocalDate today = LocalDate.ofInstant(clock.instant(), denver);
    UUID account = account();
    UUID posted = vehicle(Map.of("lotDate", today.minusDays(40)));
    live(account, posted);
    live(account, vehicle(Map.of("lotDate", today.minusDays(10))));
    UUID old = UUID.randomUUID();
    UUID unknown = UUID.randomUUID();
    onLot(
        okJson(
            JSON.writeValueAsString(
                Map.of(
                    "vehicles",
                    List.of(
                        Map.of("id", old, "lotDate", today.minusDays(90)),
                        Map.of("id", posted, "lotDate", today.minusDays(40)),
                        Map.of("id", unknown))))));

    JsonNode numbers = read("");
    assertThat(numbers.at("/byPerson/0/medianDaysOnLot").asLong()).isEqualTo(25);
    assertThat(numbers.at("/neverPosted/count").asLong()).isEqualTo(2);
    assertThat(numbers.at("/neverPosted/medianDaysOnLot").asLong()).isEqualTo(90);
    assertThat(numbers.at("/neverPosted/vehicles/0/id").asString()).isEqualTo(old.toString());
    assertThat(numbers.at("/neverPosted/vehicles/0/daysOnLot").asLong()).isEqualTo(90);
    assertThat(numbers.at("/neverPosted/vehicles/1/daysOnLot").isNull()).isTrue();
    // At the end of the previous month, the other one had not gone live either.
    YearMonth before = YearMonth.from(today).minusMonths(1);
    assertThat(read("?month=" + before).at("/neverPosted/count").asLong()).isEqualTo(3);

    onLot(aResponse().withStatus(500));
    JsonNode without = read("");
    assertThat(without.get("neverPosted").isNull()).isTrue();
    assertThat(without.at("/byPerson/0/posted").asLong()).isEqualTo(2);
  }

  private static void onLot(ResponseDefinitionBuilder answer) {
    OTHERS.stubFor(get(urlPathEqualTo("/internal/vehicles/on-lot")).willReturn(answer));
  }

  @Test
  void onlyManagersSeeThem_andAMonthIsAMonth() {
    as(Role.SALESPERSON).get().uri("/v1/numbers").exchange().expectStatus().isForbidden();
    for (String wrong :
        new String[] {
          "?month=2026-13", "?month=November", "?month=", "?month=%2B999999999-01", "?month=0000-01"
        }) {
      as(Role.GM)
          .get()
          .uri("/v1/numbers" + wrong)
          .exchange()
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].field")
          .isEqualTo("month");
    }
  }

  private JsonNode read(String query) {
    return body(
        as(Role.SALES_MANAGER).get().uri("/v1/numbers" + query).exchange().expectStatus().isOk());
  }
}
