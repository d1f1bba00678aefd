package com.lotview.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.EventTypes;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.EventProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Where a dealership is, and the events that other services get about it. */
class DealershipChangedIT extends ServiceUnderTest {
  private static final EventProbe EVENTS = EventProbe.onTestServers();

  private JsonNode change(Map<String, ?> change, int status) {
    return call(HttpMethod.PATCH, gm, "/v1/dealership", change, status);
  }

  private void isIn(JsonNode answer, String country, String currency, String unit) {
    assertThat(answer.path("country").asString()).isEqualTo(country);
    assertThat(answer.path("currency").asString()).isEqualTo(currency);
    assertThat(answer.path("distanceUnit").asString()).isEqualTo(unit);
  }

  private void awaitTold(String country, String currency, String unit) {
    EVENTS.await(
        EventTypes.DEALERSHIP_CHANGED,
        body ->
            body.path("dealershipId").asString().equals(dealership.toString())
                && body.path("country").asString().equals(country)
                && body.path("currency").asString().equals(currency)
                && body.path("distanceUnit").asString().equals(unit));
  }

  @Test
  void aCountryBringsItsCurrencyAndUnitAndBothCanBeSetApart() {
    isIn(get(gm, "/v1/dealership", 200), "US", "USD", "MI");
    awaitTold("US", "USD", "MI");
    isIn(change(Map.of("country", "CA"), 200), "CA", "CAD", "KM");
    awaitTold("CA", "CAD", "KM");
    isIn(change(Map.of("currency", "USD", "distanceUnit", "MI"), 200), "CA", "USD", "MI");
    awaitTold("CA", "USD", "MI");
    isIn(change(Map.of("country", "SE", "currency", "EUR"), 200), "SE", "EUR", "KM");
    change(Map.of("city", "Boulder"), 200);
    isIn(change(Map.of("country", "GB"), 200), "GB", "GBP", "MI");
    awaitTold("GB", "GBP", "MI");

    List<EventProbe.Heard> heard =
        EVENTS.all(event ->
            event.type().equals(EventTypes.DEALERSHIP_CHANGED)
                && event.key().equals(dealership.toString()));
    assertThat(heard).as("another city is no news").hasSize(5);
    EventContract contract =
        EventContract.of(EventTypes.DEALERSHIP_CHANGED, EventTypes.DEALERSHIP_CHANGED);
    assertThat(heard).allMatch(event -> contract.violations(event.text()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"country, UK", "country, ca", "country, AQ", "currency, EURO", "distanceUnit, MILES"})
  void whatIsNoCodeIsRefused(String field, String value) {
    assertThat(change(Map.of(field, value), 400).toString()).contains(field);
    isIn(get(gm, "/v1/dealership", 200), "US", "USD", "MI");
  }
}
