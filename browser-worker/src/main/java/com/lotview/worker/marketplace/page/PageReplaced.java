package com.lotview.worker.marketplace.page;

import java.util.List;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.WebDriverException;

/**
 * Distinguishes a page that is being replaced, whose next one can be asked again, from a browser
 * that is lost.
 */
final class PageReplaced {
  // What Chrome's driver says if the page goes away while a script runs in it. It has no error code
  // for that: most come as "unknown error" (the first was seen with Chromium 156).
  private static final List<String> SIGNS =
      List.of(
          "cannot deserialize the result value",
          "Inspected target navigated or closed",
          "aborted by navigation",
          "cannot find context with specified id",
          "context was destroyed");

  private PageReplaced() {}

  /** Whether the page is being replaced, or an element of the task has gone. */
  static boolean is(WebDriverException failure) {
    String said = String.valueOf(failure.getMessage());
    return failure instanceof JavascriptException || SIGNS.stream().anyMatch(said::contains);
  }
}
