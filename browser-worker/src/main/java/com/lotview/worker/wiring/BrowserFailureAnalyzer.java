package com.lotview.worker.wiring;

import com.lotview.worker.browser.BrowserStartException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence, instead of a stack trace, that this machine has no browser. */
final class BrowserFailureAnalyzer extends AbstractFailureAnalyzer<BrowserStartException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrowserStartException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Install Chromium and its driver, or set CHROME_BIN and CHROMEDRIVER.",
        cause);
  }
}
