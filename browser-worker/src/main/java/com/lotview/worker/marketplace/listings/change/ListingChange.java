package com.lotview.worker.marketplace.listings.change;

import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openqa.selenium.WebDriverException;

/**
 * A change of a live listing: what the site shows afterwards counts, not what was clicked.
 *
 * @param <R> the result of the change
 */
abstract class ListingChange<R> {

  /** The site may need a while until all its pages show the change. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5));

  final Page page;
  final ClickGuard.Watched guard;
  private Optional<PostingOutcome> stop = Optional.empty();

  ListingChange(Page page, ClickGuard guard) {
    this.page = page;
    this.guard = new ClickGuard.Watched(guard);
  }

  /**
   * Makes the change. Throws {@link StoppedException} only before the guard was asked, or if the
   * listing is unchanged and the site has said what stops the account.
   */
  public final R run() {
    R result = tried();
    if (unchanged(result) && stop.isPresent()) {
      throw new StoppedException(stop.get());
    }
    return result;
  }

  private R tried() {
    try {
      return change();
    } catch (StoppedException | WebDriverException failure) {
      if (!guard.asked()) {
        throw failure;
      }
      return unclear(DealerTexts.afterClick(StoppedException.brief(failure)));
    }
  }

  abstract R change();

  /** Whether the listing is certainly as it was before. */
  abstract boolean unchanged(R result);

  abstract R unclear(String reason);

  /** Keeps what the site shows after the last click, if it stops the account. */
  final void noteStop() {
    stop = PageState.stop(page);
  }

  /** Reads the result again, with growing pauses, until it is done; the last reading if never. */
  final R awaited(Supplier<R> read, Predicate<R> done) {
    R result = unclear(DealerTexts.NOT_CHECKED);
    for (Duration pause : PAUSES) {
      Waiting.pause(pause);
      result = read.get();
      if (done.test(result)) {
        return result;
      }
    }
    return result;
  }
}
