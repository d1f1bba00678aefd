package com.lotview.worker.marketplace.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.worker.browser.Slowness;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A limit counts what the page had time for; a hard end in real time is above it. */
class PageTimeTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Slow slow = new Slow();
  private final PageTime time = new PageTime(() -> slow.now.toNanos(), slow);
  private final PageTime.Since began = time.start();

  @Test
  void aQuietPageHasItsLimitInRealTime() {
    pass(10, 0, 0);
    assertThat(began.over(LIMIT)).isFalse();
    pass(1, 0, 0);
    assertThat(began.over(LIMIT)).isTrue();
    assertThat(began.stall(LIMIT)).isEqualTo(Stall.NOTHING_MOVES);
  }

  @Test
  void timeInWhichTheSiteOwesAnAnswerIsNotThePages() {
    pass(30, 30, 0);
    assertThat(began.over(LIMIT)).isFalse();
    pass(11, 0, 0);
    assertThat(began.over(LIMIT)).isTrue();
    assertThat(began.stall(LIMIT)).isEqualTo(Stall.NOTHING_MOVES);
  }

  @Test
  void aBrowserThatGetsATenthOfAProcessorHasItsLimitInThatTenth() {
    pass(40, 0, 36);
    assertThat(began.passed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(began.over(LIMIT)).isFalse();
  }

  @Test
  void whatHoldsThePageUpTogetherCountsOnce() {
    pass(10, 8, 8);
    assertThat(began.passed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void processesThatWaitSideBySideStopNoMoreThanAllTime() {
    pass(10, 0, 25);
    pass(5, 0, 0);
    assertThat(began.passed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aSiteThatNeverAnswersMeetsTheHardEndByItsName() {
    pass(61, 61, 20);
    assertThat(began.over(LIMIT)).isTrue();
    assertThat(began.stall(LIMIT)).isEqualTo(Stall.SITE_SLOW);
  }

  @Test
  void aStarvedBrowserMeetsTheHardEndByItsName() {
    pass(71, 3, 69);
    assertThat(began.over(LIMIT)).isTrue();
    assertThat(began.stall(LIMIT)).isEqualTo(Stall.BROWSER_SLOW);
  }

  @Test
  void aLongLimitStretchesByAMinuteAtMost() {
    pass(170, 170, 0);
    assertThat(began.over(Duration.ofSeconds(120))).isFalse();
    pass(11, 11, 0);
    assertThat(began.over(Duration.ofSeconds(120))).isTrue();
  }

  /** Each look takes a second in which the site owes an answer, until it gives it. */
  @Test
  void aWaitOutlastsItsLimitWhileTheSiteOwesAnAnswer() {
    assertThat(waited(30, 30).seen()).contains("there");
  }

  @Test
  void aWaitEndsAtItsLimitWhenNothingMoves() {
    Waiting.Ended<String> ended = waited(30, 0);
    assertThat(ended.seen()).isEmpty();
    assertThat(ended.stall()).isEqualTo(Stall.NOTHING_MOVES);
  }

  @Test
  void aWaitForASiteThatNeverAnswersNamesTheSite() {
    Waiting.Ended<String> ended = waited(1000, 1000);
    assertThat(ended.seen()).isEmpty();
    assertThat(ended.stall()).isEqualTo(Stall.SITE_SLOW);
  }

  /**
   * @param seconds until the page shows it
   * @param silent of which the site owes an answer
   */
  private Waiting.Ended<String> waited(int seconds, int silent) {
    Supplier<Optional<String>> look =
        () -> {
          pass(1, slow.site.toSeconds() < silent ? 1 : 0, 0);
          return slow.now.toSeconds() >= seconds ? Optional.of("there") : Optional.empty();
        };
    return new Waiting(time).until(LIMIT, look);
  }

  private void pass(int seconds, int bySite, int byMachine) {
    slow.now = slow.now.plusSeconds(seconds);
    slow.site = slow.site.plusSeconds(bySite);
    slow.machine = slow.machine.plusSeconds(byMachine);
    began.passed();
  }

  private static final class Slow implements Slowness {
    private Duration now = Duration.ofSeconds(1);
    private Duration site = Duration.ZERO;
    private Duration machine = Duration.ZERO;

    @Override
    public Duration bySite() {
      return site;
    }

    @Override
    public Duration byMachine() {
      return machine;
    }

    @Override
    public OptionalLong lastAnswer() {
      return OptionalLong.empty();
    }
  }
}
