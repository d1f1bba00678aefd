package com.lotview.inventory.crash;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two of the points of {@link CrashProofIT}. */
@Tag("servers")
class CrashSampleIT extends CrashTest {
  @Test
  void anImportThatIsKilledInABatchGoesOn() throws Exception {
    anImportSurvives(at("import_job", "update", "new.position >= 400"));
  }

  @Test
  void aFeedThatIsKilledWhileItsFileComesIsFetchedAgain() throws Exception {
    aFeedSurvives(inAnswer(10_000));
  }
}
