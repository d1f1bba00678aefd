package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What columns are taken for, and how a person corrects it. */
@Tag("servers")
class MappingIT extends ImportTest {
  private static final String FILE =
      "Unit,Year,Make,Model,Asked,Miles\nU1,2019,Kia,Rio,9995,100\nU2,2020,Kia,Soul,10995,200\n";

  @Test
  void aCorrectedColumnIsUnderstoodFromThenOn() {
    JsonNode refused = run(Order.of(FILE));
    assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
    JsonNode before = body(preview(FILE).expectStatus().isOk());
    assertThat(before.get("refusal").asString()).startsWith("needs columns for stock number");
    assertThat(before.get("columns").get(0).get("field").asString()).isEmpty();

    put(Map.of("Unit", "stockNumber", "ASKED", "price", "Miles", "none")).expectStatus().isOk();

    JsonNode after = body(preview(FILE).expectStatus().isOk());
    assertThat(after.get("refusal").isNull()).isTrue();
    JsonNode columns = after.get("columns");
    assertThat(columns.get(0).get("column").asString()).isEqualTo("Unit");
    assertThat(columns.get(0).get("field").asString()).isEqualTo("stockNumber");
    assertThat(columns.get(0).get("samples").toString()).isEqualTo("[\"U1\",\"U2\"]");
    assertThat(columns.get(4).get("field").asString()).isEqualTo("price");
    assertThat(columns.get(5).get("field").asString()).isEmpty();
    assertThat(run(Order.of(FILE)).get("created").asInt()).isEqualTo(2);
    JsonNode stored =
        body(as(Role.GM, dealership).get().uri("/v1/vehicles?search=U1").exchange())
            .get("data")
            .get(0);
    assertThat(stored.get("price").asLong()).isEqualTo(999_500);
    assertThat(stored.get("mileage").isNull()).isTrue();
    assertThat(
            body(as(Role.GM, dealership).get().uri("/v1/vehicles/import/mappings").exchange())
                .get("columns")
                .get("asked")
                .asString())
        .isEqualTo("price");
  }

  @Test
  void aFieldThatIsNoneIsRefusedAndAFileThatIsNoneHasNoPreview() {
    put(Map.of("Unit", "weight")).expectStatus().isBadRequest();
    as(Role.GM, dealership)
        .put()
        .uri("/v1/vehicles/import/mappings")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"columns\":{\"Unit\":null}}")
        .exchange()
        .expectStatus()
        .isBadRequest();

    preview("").expectStatus().isBadRequest();
  }

  private WebTestClient.ResponseSpec put(Map<String, String> columns) {
    return as(Role.SALES_MANAGER, dealership)
        .put()
        .uri("/v1/vehicles/import/mappings")
        .bodyValue(
            Map.of(
                "columns",
                columns.entrySet().stream()
                    .map(entry -> Map.of("column", entry.getKey(), "field", entry.getValue()))
                    .toList()))
        .exchange();
  }

  private WebTestClient.ResponseSpec preview(String file) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    body.part("file", file.getBytes(StandardCharsets.UTF_8)).filename("stock.csv");
    return as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/import/preview")
        .bodyValue(body.build())
        .exchange();
  }
}
