package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A busy machine is slow, which is not a fault: the posting ends as on a quiet one. */
@Tag("browser")
@Tag("proof")
class BusyMachineIT {
  private static final int BURNERS = 8;

  /** Keeps one processor busy until it is stopped, or its parent is gone. */
  private static final String BURN = "while kill -0 $0 2>/dev/null; do :; done";

  @TempDir Path folder;

  private final List<Process> burning = new ArrayList<>();

  @BeforeEach
  void burn() throws IOException {
    String self = String.valueOf(ProcessHandle.current().pid());
    for (int i = 0; i < BURNERS; i++) {
      burning.add(new ProcessBuilder("/bin/sh", "-c", BURN, self).start());
    }
  }

  @AfterEach
  void end() {
    burning.forEach(Process::destroyForcibly);
  }

  @Test
  void aPostingIsWholeBesideEightProcessesThatBurn() throws Exception {
    ListingOrder order = Orders.truck(TestPhotos.make(folder, 4));
    try (TestSite site = TestSite.open(folder)) {
      SandboxAccount account = site.account();
      Marketplace marketplace = site.as(account);
      marketplace.checkLogin();
      marketplace.openForm();
      marketplace.fill(order);
      marketplace.uploadPhotos(order);
      marketplace.verify(order);
      marketplace.next();
      marketplace.clickPublish(() -> Duration.ofSeconds(25));

      assertThat(marketplace.awaitListing(order))
          .isInstanceOfSatisfying(
              Posted.class,
              posted -> {
                assertThat(posted.differences()).isEmpty();
                assertThat(posted.unread()).isEmpty();
                assertThat(posted.seen()).isTrue();
              });
      assertThat(site.sandbox().ledger().listings(account.id())).hasSize(1);
    }
  }
}
