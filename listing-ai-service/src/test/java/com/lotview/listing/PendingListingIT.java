package com.lotview.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.lotview.kit.id.Ids;
import com.lotview.kit.metrics.TableReader;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.listing.generation.Generation;
import com.lotview.listing.generation.GenerationStore;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.Vehicles;
import com.lotview.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * With a key, requests are stored first and written by workers, including those of a dead process.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=listing")
@Tag("servers")
class PendingListingIT {
  private static final WireMockServer CLAUDE =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private static final String ANSWER =
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"claude-test","stop_reason":"end_turn",
       "usage":{"input_tokens":1,"output_tokens":1},"content":[{"type":"text","text":
       "{\\"title\\":\\"2021 Toyota Camry SE: One Owner\\",\\"description\\":\\"One owner, 34,500 miles.\\\\n\\\\nCall or message us at Smith Auto to schedule a test drive.\\"}"}]}\
      """;

  @Autowired GenerationStore store;
  @Autowired TenantTransactions transactions;
  @Autowired TableReader reader;
  @Autowired MeterRegistry meters;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    CLAUDE.start();
    CLAUDE.stubFor(post(urlPathEqualTo("/v1/messages")).willReturn(okJson(ANSWER)));
    TestServers.register(registry, "listing");
    registry.add("ANTHROPIC_API_KEY", () -> "test-key");
    registry.add("ANTHROPIC_BASE_URL", CLAUDE::baseUrl);
  }

  @AfterAll
  static void stop() {
    CLAUDE.stop();
  }

  @Test
  void whatWasNotedIsWrittenAndAnsweredOnce() {
    UUID dealership = UUID.randomUUID();
    IntStream.range(0, 20).forEach(i -> note(dealership));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          try (Connection all = TestServers.superuser();
              Statement statement = all.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "select count(*), min(writer) from listing.generation where state = 'DONE' and dealership_id = '"
                          + dealership
                          + "'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(20);
            assertThat(rows.getString(2)).isEqualTo("claude");
          }
        });
    assertThat(CLAUDE.getAllServeEvents()).hasSize(20);
  }

  @Test
  void whatIsWantedIsReadWithItsAge() throws Exception {
    UUID dealership = UUID.randomUUID();
    // As if another process wrote it.
    String row =
        "insert into listing.generation (id, dealership_id, posting_id, vehicle_id, attempt, state,"
            + " request, claimed_until, requested_at) values (gen_random_uuid(), '"
            + dealership
            + "', gen_random_uuid(), gen_random_uuid(), 1, 'PENDING', '{}', now() + interval '1 h',"
            + " now() - interval '10 min')";
    String gone = "delete from listing.generation where dealership_id = '" + dealership + "'";
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute(row);
      reader.read().block(Duration.ofSeconds(20));
      assertThat(meters.get("lotview.listing.pending").gauge().value()).isPositive();
      assertThat(meters.get("lotview.listing.pending.age").gauge().value()).isGreaterThan(599);
      statement.execute(gone);
    }
  }

  private void note(UUID dealership) {
    ListingBrief brief =
        new ListingBrief(
            Vehicles.camry(),
            new DealershipFacts("Smith Auto", "Denver", "CO", null),
            980,
            Tone.PROFESSIONAL,
            null);
    Generation generation =
        new Generation(Ids.next(), dealership, UUID.randomUUID(), 1, brief, null);
    transactions
        .inTenant(dealership, store.insertPending(generation).thenReturn(true))
        .block(Duration.ofSeconds(20));
  }
}
