package com.lotview.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events are Chromium's, as its protocol names them. */
class TrafficTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final AtomicLong now = new AtomicLong(Duration.ofHours(1).toNanos());
  private final Traffic traffic = new Traffic(now::get);

  @Test
  void requestsThatOverlapAreOneWait() {
    sent("1", "XHR");
    pass(2);
    sent("2", "Fetch");
    pass(3);
    tell("Network.loadingFinished", "1");
    pass(4);
    tell("Network.loadingFinished", "2");
    pass(5);

    assertThat(traffic.unanswered()).isEqualTo(Duration.ofSeconds(9));
    assertThat(traffic.lastAnswer()).hasValue(now.get() - Duration.ofSeconds(5).toNanos());
  }

  @Test
  void anOpenRequestCountsAlreadyAndAFailedOneNoMore() {
    sent("1", "Document");
    pass(7);
    assertThat(traffic.unanswered()).isEqualTo(Duration.ofSeconds(7));

    tell("Network.loadingFailed", "1");
    pass(7);
    assertThat(traffic.unanswered()).isEqualTo(Duration.ofSeconds(7));
    assertThat(traffic.lastAnswer()).isEmpty();
  }

  @Test
  void picturesAndReportsAreNotWaitedFor() {
    sent("1", "Image");
    sent("2", "Ping");
    sent("3", "WebSocket");
    pass(7);
    assertThat(traffic.unanswered()).isZero();
  }

  /** A page keeps such a connection open for as long as it is shown. */
  @Test
  void aLineForNewsIsNoAnswerThatIsOwed() {
    sent("line", "XHR");
    pass(61);
    Duration until = traffic.unanswered();
    pass(60);
    assertThat(traffic.unanswered()).isEqualTo(until);

    sent("1", "XHR");
    pass(2);
    assertThat(traffic.unanswered()).isEqualTo(until.plusSeconds(2));
  }

  /**
   * The new-tab page loads its own scripts, and their end is not reported when the page is left.
   */
  @Test
  void theBrowsersOwnPagesOweNothing() {
    sent("own", "Script", "chrome://resources/cr_tooltip.js", "document");
    pass(7);
    assertThat(traffic.unanswered()).isZero();
  }

  @Test
  void aDocumentThatWasLeftIsOwedNothingMore() {
    sent("1", "Fetch");
    pass(3);
    sent("next", "Document", "https://site.test/next", "next");
    pass(2);
    tell("Network.loadingFinished", "next");
    pass(9);
    assertThat(traffic.unanswered()).isEqualTo(Duration.ofSeconds(5));
  }

  private void sent(String request, String type) {
    sent(request, type, "https://site.test/", "document");
  }

  private void sent(String request, String type, String url, String document) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("requestId", request)
            .put("type", type)
            .put("frameId", "main")
            .put("loaderId", document);
    event.putObject("request").put("url", url);
    traffic.event("Network.requestWillBeSent", event);
  }

  private void tell(String method, String request) {
    traffic.event(method, JSON.createObjectNode().put("requestId", request));
  }

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
