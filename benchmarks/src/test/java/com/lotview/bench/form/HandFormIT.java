package com.lotview.bench.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.bench.form.FormResult.Verdict;
import com.lotview.bench.form.FormTrial.Case;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.process.BrowserStartException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The extension's script fills a few forms by script events, a person publishes, the sandbox's
 * ledger judges; {@code ./lotview bench forms --by-hand} does so with hundreds.
 */
@Tag("browser")
class HandFormIT {
  private static final double PACE = 0.05;

  @TempDir static Path folder;
  private static String script = "";
  private static List<FeedVehicle> vehicles = List.of();

  @ParameterizedTest
  @CsvSource({"us, 2, ", "es, 2, ", "id, 3, ", "us, 0, draft.restoredWithPhoto"})
  void whatThePersonPublishesIsTheOrder(String variant, long seed, String trouble) {
    assumeTrue(hasBrowser(), "no Chromium here");
    assumeTrue(FillScript.canBeBuilt(), "the libraries of the web modules are not installed");
    if (script.isEmpty()) {
      script = FillScript.build(folder);
      vehicles = FeedStock.read().vehicles();
    }
    Case one = new Case(variant, seed, vehicles.get((int) seed * 7));
    FormResult fleet =
        new FormResult(
            variant,
            seed,
            "",
            Verdict.STOPPED,
            true,
            List.of(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            0);
    try (FormSite site = new FormSite(seed, PACE)) {
      FormJudge judge = new FormJudge(site);
      HandTrial trial =
          new HandTrial(site, judge, new FormTrial(site, judge, folder), folder, script);
      HandResult result = trial.run(one, fleet, Optional.ofNullable(trouble));
      assertThat(result.wrong()).as(result.words()).isEmpty();
      assertThat(result.verdict()).as(result.words() + result.left()).isEqualTo(Verdict.RIGHT);
      assertThat(result.left()).hasSizeLessThan(3);
    }
  }

  private static boolean hasBrowser() {
    try {
      ChromeInstallation.find(System.getenv());
      return true;
    } catch (BrowserStartException none) {
      return false;
    }
  }
}
