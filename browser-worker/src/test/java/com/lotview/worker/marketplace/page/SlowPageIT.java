package com.lotview.worker.marketplace.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.worker.marketplace.PagesOfOurOwn;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.text.DealerTexts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of a slow site is distinguished from a page that does nothing. */
@Tag("browser")
class SlowPageIT {
  private static final Duration LIMIT = Duration.ofMillis(500);

  private static final String ASKS =
      """
      <div role=main></div>
      <script>
        fetch('/late').then((answer) => answer.text()).then((text) => {
          document.querySelector('[role=main]').innerHTML = '<button>' + text + '</button>';
        });
      </script>
      """;

  @TempDir static Path folder;
  @AutoClose private static PagesOfOurOwn site;

  private final CountDownLatch answer = new CountDownLatch(1);
  private long asked;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    site = PagesOfOurOwn.open(folder);
  }

  @AfterEach
  void answer() {
    answer.countDown();
  }

  private void open(String body) {
    site.only("/", PagesOfOurOwn.page("en", body))
        .show("/late", "There")
        .then("/late", this::untilAnswered);
    page = site.browserPage();
    page.open("/");
    asked = System.nanoTime();
  }

  private void untilAnswered() {
    try {
      answer.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ScriptResult> there() {
    return page.button(List.of("There"));
  }

  @Test
  void anAnswerThatComesLongAfterTheLimitIsSeen() {
    open(ASKS);
    Optional<ScriptResult> seen =
        page.until(
            LIMIT,
            () -> {
              if (System.nanoTime() - asked > LIMIT.multipliedBy(3).toNanos()) {
                answer.countDown();
              }
              return there();
            });
    assertThat(seen).isPresent();
    assertThat(site.browser().slowness().lastAnswer()).isPresent();
  }

  @Test
  void aSiteThatNeverAnswersIsNamedAndTheJobMayBeRetried() {
    open(ASKS);
    assertThat(stopped().outcome()).isEqualTo(new Retryable(DealerTexts.SITE_SLOW));
  }

  private StoppedException stopped() {
    return catchThrowableOfType(StoppedException.class, () -> page.settled(LIMIT, this::there));
  }

  @Test
  void aPageThatDoesNothingIsTakenAtItsWord() {
    open("<div role=main></div>");
    assertThat(page.settled(LIMIT, this::there)).isEmpty();
    assertThat(page.waited(this::there).stall()).isEqualTo(Stall.NOTHING_MOVES);
  }
}
