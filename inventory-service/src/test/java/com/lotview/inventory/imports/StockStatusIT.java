package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that follow each other: the same vehicles under other spellings, and words of status. */
@Tag("servers")
class StockStatusIT extends ImportTest {
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

    post(Order.of(Look.bytes("16b-status-later.csv")).with("sold", "yes"))
        .expectStatus()
        .isBadRequest();
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

    JsonNode wrong =
        send(
            (head + "A1,2019,Ford,F-150,19,7\nA3,2019,Kia,Rio,9,8\n")
                .getBytes(StandardCharsets.UTF_8),
            "archive",
            null);
    assertThat(wrong.get("state").asString()).isEqualTo("REFUSED");
    assertThat(wrong.get("refusal").asString()).contains("looks wrong as a whole");
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
    return run(Order.of(file).with("missing", missing).with("sold", sold));
  }
}
