package com.lotview.worker.marketplace.page;

import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.text.DealerTexts;
import java.util.Optional;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Goes to pages of the site. */
final class Navigation {

  /** In the address of the page on which the site asks for cookies. */
  private static final String CONSENT_PAGE = "user_cookie_prompt";

  private final Page page;

  Navigation(Page page) {
    this.page = page;
  }

  /** Goes to a path of the site and answers a cookie question on the way. */
  void open(String path) {
    get(path);
    if (!atConsent()) {
      return;
    }
    page.until(
        page.settings().page(), () -> page.answered() ? Optional.of(true) : Optional.empty());
    // If the browser left before the answer is sent, the site would ask again.
    page.until(page.settings().page(), () -> atConsent() ? Optional.empty() : Optional.of(true));
    if (!page.address().contains(path)) {
      get(path);
    }
  }

  private boolean atConsent() {
    return page.address().contains(CONSENT_PAGE);
  }

  private void get(String path) {
    String address = page.settings().site().resolve(path).toString();
    RemoteWebDriver driver = page.browser().driver();
    try {
      try {
        driver.get(address);
      } catch (UnhandledAlertException leaving) {
        // The site asks "Leave site?"; nothing on the page is needed any more.
        driver.switchTo().alert().accept();
        driver.get(address);
      }
    } catch (NoAlertPresentException gone) {
      driver.get(address);
    } catch (TimeoutException slow) {
      throw new StoppedException(new Retryable(DealerTexts.noAnswer(path)), slow);
    }
  }
}
