package com.lotview.inventory.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Market;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From auth-service's event about a dealership to the meaning of its files and people's entries.
 */
@Tag("servers")
class MarketIT extends ServiceTest {
  private final UUID dealership = UUID.randomUUID();

  @Autowired KafkaTemplate<String, String> kafka;
  @Autowired Markets markets;

  @Test
  void aSwedishDealershipsNumbersAreSwedish() {
    tell(Market.of("SE"));

    JsonNode entered =
        answer(
            as(Role.GM, dealership)
                .post()
                .uri("/v1/vehicles")
                .bodyValue(
                    Map.of(
                        "stockNumber",
                        "S1",
                        "year",
                        2021,
                        "make",
                        "Volvo",
                        "model",
                        "V60",
                        "price",
                        41_900_000,
                        "odometer",
                        70_914))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody());
    assertThat(entered.path("priceCurrency").asString()).isEqualTo("SEK");
    assertThat(entered.path("odometerUnit").asString()).isEqualTo("KM");
    assertThat(entered.path("mileage").asInt()).isEqualTo(44_064);
    assertThat(entered.path("missing").toString()).isEqualTo("[\"photos\"]");

    bringIn("Stock;Year;Make;Model;Price;Mileage\nS2;2020;Volvo;V90;299 000;11 081 mil\n");
    JsonNode brought = await().atMost(Duration.ofSeconds(30)).until(this::second, Objects::nonNull);
    assertThat(brought.path("price").asLong()).isEqualTo(29_900_000);
    assertThat(brought.path("priceCurrency").asString()).isEqualTo("SEK");
    assertThat(brought.path("odometer").asInt()).isEqualTo(110_810);
    assertThat(list("?missing=priceCurrency")).isEmpty();

    tell(Market.of("NO"));
    assertThat(list("?missing=priceCurrency")).as("the dealership moved").hasSize(2);
  }

  private void tell(Market market) {
    String body =
        """
        {"dealershipId": "%s", "country": "%s", "currency": "%s", "distanceUnit": "%s",
         "timezone": "Europe/Stockholm"}
        """
            .formatted(dealership, market.country(), market.currency(), market.distanceUnit());
    ProducerRecord<String, String> event =
        new ProducerRecord<>(Topics.DEALERSHIP_CHANGED, dealership.toString(), body);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            EventTypes.DEALERSHIP_CHANGED,
            "ce_source",
            "/test",
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    kafka.send(event);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> market.equals(markets.of(dealership).block()));
  }

  private void bringIn(String stock) {
    MultipartBodyBuilder file = new MultipartBodyBuilder();
    file.part("file", stock.getBytes(StandardCharsets.UTF_8)).filename("stock.csv");
    as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/import")
        .bodyValue(file.build())
        .exchange()
        .expectStatus()
        .isAccepted();
  }

  private JsonNode second() {
    JsonNode found = list("?search=S2");
    return found.isEmpty() ? null : found.get(0);
  }

  private JsonNode list(String query) {
    return answer(
            as(Role.GM, dealership)
                .get()
                .uri("/v1/vehicles" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody())
        .path("data");
  }

  private static JsonNode answer(byte[] body) {
    return JsonMapper.shared().readTree(Objects.requireNonNull(body));
  }
}
