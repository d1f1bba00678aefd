package com.lotview.worker.marketplace.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriverException;

class PageReplacedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown error: cannot deserialize the result value received from Runtime.callFunctionOn",
        "unknown error: unhandled inspector error: {\"code\":-32000,\"message\":\"Inspected target"
            + " navigated or closed\"}",
        "unknown error: cannot determine loading status\nfrom aborted by navigation"
      })
  void aPageThatGoesAwayIsAskedAgain(String said) {
    assertThat(PageReplaced.is(new WebDriverException(said))).isTrue();
  }

  @Test
  void anElementThatHasGoneIsNoLostBrowser() {
    assertThat(PageReplaced.is(new JavascriptException("stale element not found"))).isTrue();
  }

  @Test
  void aBrowserThatIsLostIsTold() {
    assertThat(PageReplaced.is(new NoSuchSessionException("invalid session id"))).isFalse();
    assertThat(PageReplaced.is(new WebDriverException("disconnected: not connected to DevTools")))
        .isFalse();
    assertThat(PageReplaced.is(new WebDriverException((String) null))).isFalse();
  }
}
