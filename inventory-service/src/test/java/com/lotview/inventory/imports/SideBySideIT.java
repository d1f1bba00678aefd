package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lotview.inventory.OwnSchema;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;

/** Which import goes next, when several dealerships have some. */
@Tag("servers")
@TestPropertySource(
    properties = {"IMPORT_POLL_INTERVAL=1h", "lotview.database.schema=" + SideBySideIT.SCHEMA})
@DirtiesContext
class SideBySideIT extends ImportTest {
  static final String SCHEMA = "side";

  private static final Duration LONG = Duration.ofMinutes(10);

  @DynamicPropertySource
  static void ownSchema(DynamicPropertyRegistry registry) throws IOException {
    OwnSchema.copyMigrations(OwnSchema.tests(), SCHEMA);
    Map<String, String> servers = TestServers.environment(SCHEMA);
    registry.add("lotview.database.url", () -> servers.get("DATABASE_URL"));
    registry.add("lotview.database.migration-url", () -> servers.get("DATABASE_MIGRATION_URL"));
  }

  @Autowired private ImportStore imports;
  @Autowired private TenantTransactions transactions;

  // In the past: before all that other tests have ordered.
  private Instant at = Instant.parse("2001-01-01T00:00:00Z");

  @Test
  void aDealershipWithManyFilesDoesNotKeepOthersWaiting() {
    UUID busy = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    List<ImportJob> many = List.of(order(busy, false), order(busy, false), order(busy, false));
    ImportJob later = order(other, false);

    ImportJob first = next(busy, other);
    assertThat(first.id()).isEqualTo(many.getFirst().id());
    ImportJob second = next(busy, other);
    assertThat(second.id()).as("one of a dealership at a time").isEqualTo(later.id());
    end(first);
    ImportJob fourth = order(other, false);
    end(second);

    assertThat(next(busy, other).id()).as("served longest ago").isEqualTo(many.get(1).id());
    assertThat(next(busy, other).id()).isEqualTo(fourth.id());
  }

  @Test
  void whatAPersonWaitsForGoesBeforeFeeds() {
    UUID feeds = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    order(feeds, true);
    ImportJob uploaded = order(person, false);

    assertThat(next(feeds, person).id()).isEqualTo(uploaded.id());
    assertThat(next(feeds, person).dealershipId()).isEqualTo(feeds);
  }

  @Test
  void oneThatWasCutOffGoesOnFirst() {
    UUID cut = UUID.randomUUID();
    UUID waiting = UUID.randomUUID();
    ImportJob broken = order(cut, true);
    assertThat(claim(Duration.ofMillis(1), cut, waiting).id()).isEqualTo(broken.id());
    order(waiting, false);

    ImportJob again = next(cut, waiting);

    assertThat(again.id()).isEqualTo(broken.id());
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void processesThatClaimAtTheSameTimeTakeOneOfADealership() {
    UUID busy = UUID.randomUUID();
    for (int i = 0; i < 8; i++) {
      order(busy, false);
    }

    List<ImportJob> taken =
        Flux.range(0, 8)
            .flatMap(process -> transactions.inSystem(imports.claim(LONG)), 8)
            .filter(job -> job.dealershipId().equals(busy))
            .collectList()
            .block(LONG);

    assertThat(taken).hasSize(1);
  }

  private ImportJob order(UUID dealership, boolean background) {
    at = at.plusSeconds(1);
    ImportJob job =
        ImportJob.submitted(
            Ids.next(),
            dealership,
            UUID.randomUUID(),
            new ImportJob.Submission(
                "stock.csv",
                1,
                new ImportJob.Options(false, Missing.KEEP, false, null, background)),
            at);
    transactions.inTenant(dealership, imports.submit(job)).block(LONG);
    return job;
  }

  private void end(ImportJob job) {
    transactions
        .inTenant(
            job.dealershipId(),
            imports.finish(
                job, new ImportStore.Ending(ImportJob.State.DONE, null, 0, 0, List.of())))
        .block(LONG);
  }

  private ImportJob next(UUID... dealerships) {
    return claim(LONG, dealerships);
  }

  // The tests of this class share the schema: what one left open is taken out of the way.
  private ImportJob claim(Duration lease, UUID... dealerships) {
    List<UUID> mine = new ArrayList<>(List.of(dealerships));
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> transactions.inSystem(imports.claim(lease)).block(LONG),
            job -> Objects.nonNull(job) && mine.contains(job.dealershipId()));
  }
}
