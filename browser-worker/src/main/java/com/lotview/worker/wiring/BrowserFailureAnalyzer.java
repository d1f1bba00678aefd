package com.lotview.worker.wiring;

import com.lotview.worker.browser.process.BrowserStartException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a missing browser in one sentence instead of a stack trace. */
final class BrowserFailureAnalyzer extends AbstractFailureAnalyzer<BrowserStartException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrowserStartException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Install Chromium, its driver and Xvfb; or set CHROME_BIN, CHROMEDRIVER, DISPLAY or"
            + " LOTVIEW_HEADLESS.",
        cause);
  }
}
