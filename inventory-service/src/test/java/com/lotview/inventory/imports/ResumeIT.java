package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.kit.tenant.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Runners that stop in the middle of an import: the next one continues, and nothing happens twice.
 */
@Tag("servers")
@TestPropertySource(properties = "IMPORT_POLL_INTERVAL=1h")
class ResumeIT extends ImportTest {
  private static final int ROWS = 1_000;
  private static final Duration ENDED = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  @Autowired private ImportStore imports;
  @Autowired private VehicleImport work;
  @Autowired private TenantTransactions transactions;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 200, 201, 400, 500, 600, 800, 999})
  void anImportThatIsCutOffGoesOnWhereItStood(int rows) throws IOException {
    Path file = file();
    String id = submit();
    Disposable first = work.run(claim(id, ENDED), file, ENDED).subscribe();
    await().atMost(LONG).until(() -> find(id).get("done").asInt() >= rows);
    first.dispose();

    // At the last point the first runner may have ended before it was stopped.
    if (!find(id).get("state").asString().equals("DONE")) {
      work.run(claim(id, LONG), file, LONG).block(LONG);
    }

    complete(id);
  }

  @Test
  void twoRunnersOfOneImportStoreItOnce() throws IOException {
    Path file = file();
    String id = submit();
    ImportJob first = claim(id, ENDED);
    ImportJob second = claim(id, LONG);

    Mono.when(work.run(first, file, LONG), work.run(second, file, LONG)).block(LONG);

    complete(id);
  }

  private void complete(String id) {
    JsonNode over = find(id);
    assertThat(over.get("state").asString()).isEqualTo("DONE");
    assertThat(over.get("done").asInt()).isEqualTo(ROWS);
    assertThat(over.get("created").asInt()).isEqualTo(ROWS);
    assertThat(over.get("rejected").asInt()).isZero();
    assertThat(
            transactions
                .inTenant(dealership, imports.rows(UUID.fromString(id), 0, false, 5_000).count())
                .block())
        .isEqualTo(ROWS);
    assertThat(
            body(as(com.lotview.contracts.Role.GM, dealership).get().uri("/v1/vehicles").exchange())
                .get("pagination")
                .get("total")
                .asInt())
        .isEqualTo(ROWS);
  }

  private String submit() {
    return body(post(Order.of(ImportIT.stock(ROWS))).expectStatus().isAccepted())
        .get("importId")
        .asString();
  }

  private Path file() throws IOException {
    return Files.writeString(folder.resolve("stock.csv"), ImportIT.stock(ROWS));
  }

  // Tests share the database: only this import may be claimed.
  private ImportJob claim(String id, Duration lease) {
    return await()
        .atMost(LONG)
        .until(
            () -> transactions.inSystem(imports.claim(lease)).block(),
            job -> job != null && job.id().toString().equals(id));
  }
}
