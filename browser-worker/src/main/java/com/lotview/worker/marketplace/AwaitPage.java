package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.Stall;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits after an address was opened until the page is the one that was meant. */
final class AwaitPage {
  private final Page page;

  AwaitPage(Page page) {
    this.page = page;
  }

  /**
   * The page, once it is what was asked for.
   *
   * @throws StoppedException if the page says why it is another one, or never becomes it
   */
  PageState page(Predicate<PageState> goal, Supplier<PostingOutcome> otherwise) {
    Waiting.Ended<PageState> state =
        page.waited(
            () -> PageState.of(page).map(PageState::orStop).map(this::understood).filter(goal));
    if (state.seen().isEmpty()) {
      PageState.of(page).ifPresent(this::insistOnLanguage);
      throw new StoppedException(named(otherwise.get(), state.stall()));
    }
    return state.seen().get();
  }

  /** An outcome without its own cause names what held up the page. */
  private static PostingOutcome named(PostingOutcome outcome, Stall stall) {
    return outcome instanceof Retryable(String reason)
        ? new Retryable(reason + ": " + stall.sentence())
        : outcome;
  }

  /** A page for a signed-in account is in the account's language. */
  private PageState understood(PageState state) {
    if (state.loggedIn() || state.form()) {
      insistOnLanguage(state);
    }
    return state;
  }

  private void insistOnLanguage(PageState state) {
    if (!page.speaks(state.language())) {
      throw new StoppedException(
          new FieldUnmappable("language", state.language(), DealerTexts.LANGUAGE_UNKNOWN));
    }
  }
}
