package com.lotview.posting.posting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.testkit.EventContract;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The database has gone back: what was posted in between is a posting that waits, or failed. */
@Tag("servers")
class RewoundPostingIT extends ServiceUnderTest {

  @Test
  void aPostingThatMayBeLive_isLookedForBeforeItIsPosted_alsoByThePersonsRetry()
      throws SQLException {
    UUID account = account();
    UUID posting = posting(account);
    goBack(posting);
    written(posting);
    JsonNode order = requested(posting, 1);
    assertThat(order.get("openClickAt").asString()).isEqualTo("2026-11-30T10:02:00Z");
    assertThat(
            EventContract.of(Topics.POSTING_REQUESTED, EventTypes.POSTING_REQUESTED)
                .violations(order.toString()))
        .isEmpty();
    fail(posting, account, 1);

    // The first attempt has looked: nothing is left to doubt.
    act(Role.SALESPERSON, posting, "retry", Map.of()).expectStatus().isAccepted();
    assertThat(requested(posting, 2).has("openClickAt")).isFalse();
    fail(posting, account, 2);

    goBack(posting);
    act(Role.SALESPERSON, posting, "retry", Map.of()).expectStatus().isAccepted();
    assertThat(requested(posting, 3).get("openClickAt").asString())
        .isEqualTo("2026-11-30T10:02:00Z");
    // No state may deny a listing that may be there.
    act(Role.SALESPERSON, posting, "cancel", Map.of()).expectStatus().is2xxSuccessful();
    awaitStatus(posting, "NEEDS_REVIEW");
  }

  private void fail(UUID posting, UUID account, int attempt) {
    begin(posting, account, attempt);
    ended(posting, account, attempt, "FAILED", Map.of("code", "FIELD", "reason", "No option"));
    awaitStatus(posting, "FAILED");
  }

  private static void goBack(UUID posting) throws SQLException {
    try (Connection all = TestServers.superuser();
        Statement statement = all.createStatement()) {
      statement.execute(
          "update posting.posting set database_timeline = 'earlier' where id = '" + posting + "'");
      statement.execute("update posting.database_history set noticed_at = '2026-11-30T10:00:00Z'");
    }
  }
}
