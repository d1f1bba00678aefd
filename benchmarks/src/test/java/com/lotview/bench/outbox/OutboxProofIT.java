package com.lotview.bench.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The small edition of {@code ./lotview bench outbox}. */
@Tag("servers")
class OutboxProofIT {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void nothingIsLostOrReorderedWhileWritersRelaysBrokerAndDatabaseAreKilled() throws Exception {
    OutboxProof.Plan plan = new OutboxProof.Plan(1000, 1, 1, 1, 7);
    try (OutboxProof proof = new OutboxProof(folder, plan, what -> {})) {
      OutboxProof.Result result = proof.run();

      assertThat(result.transactions()).isGreaterThanOrEqualTo(1000);
      assertThat(result.verdict().lost()).as("lost").isZero();
      assertThat(result.verdict().unknown()).as("never committed").isZero();
      assertThat(result.verdict().disorder()).as("out of the order of versions").isEmpty();
      assertThat(result.verdict().outOfTime()).as("out of the order of commits").isZero();
    }
  }
}
