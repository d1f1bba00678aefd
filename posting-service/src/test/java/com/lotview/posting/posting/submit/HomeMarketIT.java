package com.lotview.posting.posting.submit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.posting.ServiceUnderTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A dealership in Canada, and accounts there and in the United States. */
@Tag("servers")
class HomeMarketIT extends ServiceUnderTest {

  @BeforeEach
  void inCanada() {
    OTHERS.stubFor(
        get("/internal/dealerships/" + dealership)
            .atPriority(1)
            .willReturn(
                okJson(
                    """
                    {"id":"%s","name":"Maple Auto","city":"Pickering","state":"ON",
                     "timezone":"America/Toronto","country":"CA","currency":"CAD",
                     "distanceUnit":"KM"}
                    """
                        .formatted(dealership))));
  }

  private UUID vehicle(String currency) {
    return vehicle(
        Map.of(
            "priceCents",
            3888800,
            "priceCurrency",
            currency,
            "mileage",
            44064,
            "odometer",
            70914,
            "odometerUnit",
            "KM"));
  }

  private ResponseSpec move(UUID account, String country) {
    return as(Role.GM)
        .patch()
        .uri("/v1/fb-accounts/" + account)
        .bodyValue(Map.of("country", country))
        .exchange();
  }

  @Test
  void aCanadianVehicleIsPostedInCanadianDollarsAndKilometres() {
    UUID account = account();
    UUID posting = ordered(account, vehicle("CAD"));
    JsonNode text = EAR.await(EventTypes.LISTING_REQUESTED, of(posting)).body();
    assertThat(text.at("/vehicle/odometer").asInt()).isEqualTo(70914);
    assertThat(text.at("/vehicle/odometerUnit").asString()).isEqualTo("KM");
    written(posting);
    JsonNode form = requested(posting, 1).path("listing");
    assertThat(form.path("mileage").asInt()).isEqualTo(70914);
    assertThat(form.path("distanceUnit").asString()).isEqualTo("KM");
    assertThat(form.path("priceCents").asLong()).isEqualTo(3888800);
    assertThat(form.path("currency").asString()).isEqualTo("CAD");
    assertThat(form.path("country").asString()).isEqualTo("CA");
    JsonNode story = story(posting);
    assertThat(story.path("priceCurrency").asString()).isEqualTo("CAD");
    assertThat(story.path("timeline").toString()).doesNotContain("converted");
  }

  @Test
  void anotherCurrencyThanTheAccountsIsRefusedByName() {
    UUID account = account();
    JsonNode refused = body(order(account, vehicle("USD")).expectStatus().isEqualTo(422));
    assertThat(refused.path("code").asString()).isEqualTo("VEHICLE_NOT_POSTABLE");
    assertThat(refused.toString())
        .contains("priceCurrency", "the price is in USD, and the account's listings are in CAD");
    move(account, "US").expectStatus().isOk();
    assertThat(body(order(account, vehicle("CAD")).expectStatus().isEqualTo(422)).toString())
        .contains("the price is in CAD, and the account's listings are in USD");
    move(account, "UK").expectStatus().isBadRequest();
  }

  @Test
  void aMileageIsConvertedWithAWordForAnAccountInAnotherUnit() {
    UUID account = account();
    assertThat(body(move(account, "US").expectStatus().isOk()).path("country").asString())
        .isEqualTo("US");
    UUID posting = ordered(account, vehicle("USD"));
    assertThat(story(posting).path("timeline").toString())
        .contains("The mileage is posted converted: 70,914 km as 44,064 miles");
    written(posting);
    JsonNode form = requested(posting, 1).path("listing");
    assertThat(form.path("mileage").asInt()).isEqualTo(44064);
    assertThat(form.path("distanceUnit").asString()).isEqualTo("MI");
  }

  private ResponseSpec order(UUID account, UUID vehicle) {
    return order(Map.of("vehicleId", vehicle, "fbAccountId", account));
  }

  private UUID ordered(UUID account, UUID vehicle) {
    return UUID.fromString(
        body(order(account, vehicle).expectStatus().isAccepted()).path("id").asString());
  }
}
