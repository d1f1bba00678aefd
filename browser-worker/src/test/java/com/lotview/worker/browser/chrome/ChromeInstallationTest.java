package com.lotview.worker.browser.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lotview.worker.browser.process.BrowserStartException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChromeInstallationTest {

  @Test
  void aMissingBrowserIsAnErrorThatNamesTheCure() {
    assertThatExceptionOfType(BrowserStartException.class)
        .isThrownBy(() -> ChromeInstallation.find(Map.of("CHROMEDRIVER", "/nowhere/chromedriver")))
        .withMessageContaining("CHROMEDRIVER=/nowhere/chromedriver")
        .withMessageContaining("apt-get install chromium chromium-driver")
        .satisfies(missing ->
            assertThat(missing.reason()).isEqualTo(BrowserStartException.Reason.NOT_INSTALLED));
  }
}
