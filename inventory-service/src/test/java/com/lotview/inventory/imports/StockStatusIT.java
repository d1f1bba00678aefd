package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that follow each other: the same vehicles under other spellings, and words of status. */
@Tag("servers")
class StockStatusIT extends ServiceTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final UUID dealership = UUID.randomUUID();

  @Test
  void otherSpellingsMakeNoSecondVehicleAndArchiveNone() {
    send(Look.bytes("09a-plain.csv"), null, null);

    JsonNode second = send(Look.bytes("09b-invisible.csv"), "archive", null);

    assertThat(second.get("created").asInt()).isEqualTo(1);
    assertThat(second.get("vanished").asInt()).isZero();
    assertThat(second.get("rejected").asInt()).isZero();
  }

  @Test
  void availableLeadsBackFromPendingAndFromSoldOnlyIfAskedFor() {
    send(Look.bytes("16a-status.csv"), null, null);
    assertThat(count("PENDING")).isEqualTo(4);

    JsonNode kept = send(Look.bytes("16b-status-later.csv"), null, null);
    assertThat(kept.get("warnings").toString()).contains("sold=relist");
    assertThat(count("SOLD")).isEqualTo(1);
    assertThat(count("PENDING")).isEqualTo(3);

    send(Look.bytes("16b-status-later.csv"), null, "relist");
    assertThat(count("SOLD")).isZero();

    exchange(Look.bytes("16b-status-later.csv"), null, "yes").expectStatus().isBadRequest();
  }

  @Test
  void aFileThatLooksWrongChangesAndArchivesNothing() {
    String head = "Stock,Year,Make,Model,Price,Lane\n";
    JsonNode first =
        send(
            (head + "A1,2019,Ford,F-150,19995,7\nA2,2019,Kia,Rio,9995,8\n")
                .getBytes(StandardCharsets.UTF_8),
            null,
            null);
    assertThat(first.get("columns").get(0).get("column").asString()).isEqualTo("Lane");
    assertThat(first.get("columns").get(0).get("samples")).hasSize(2);

    exchange(
            (head + "A1,2019,Ford,F-150,19,7\nA3,2019,Kia,Rio,9,8\n")
                .getBytes(StandardCharsets.UTF_8),
            "archive",
            null)
        .expectStatus()
        .isBadRequest();
    JsonNode shifted =
        send(
            (head + "A1,2019,Ford,F-150,19995,7\nA3,2019,Kia,Rio,9,995,8\n")
                .getBytes(StandardCharsets.UTF_8),
            "archive",
            null);

    assertThat(shifted.get("vanished").asInt()).isZero();
    assertThat(shifted.get("warnings").toString()).contains("nothing was archived");
    assertThat(count("ACTIVE")).isEqualTo(2);
  }

  private int count(String status) {
    return JSON.readTree(
            as(Role.GM, dealership)
                .get()
                .uri("/v1/vehicles?status={s}", status)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody())
        .get("pagination")
        .get("total")
        .asInt();
  }

  private JsonNode send(byte[] file, String missing, String sold) {
    return JSON.readTree(
        exchange(file, missing, sold)
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private WebTestClient.ResponseSpec exchange(byte[] file, String missing, String sold) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    if (missing != null) {
      body.part("missing", missing);
    }
    if (sold != null) {
      body.part("sold", sold);
    }
    body.part("file", file).filename("stock.csv");
    return as(Role.GM, dealership)
        .post()
        .uri("/v1/vehicles/import")
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .bodyValue(body.build())
        .exchange();
  }
}
