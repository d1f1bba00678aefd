package com.lotview.worker.marketplace.listings.change;

import com.lotview.form.FormMap;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.GuardedClick;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PageTime;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openqa.selenium.WebElement;

/**
 * The site's questions after a change: where the vehicle was sold, why the listing was deleted.
 * They get a neutral answer or are closed.
 */
final class FollowUpDialogs {

  private static final Duration APPEARS_WITHIN = Duration.ofSeconds(8);

  /** Without a dialog for this time, no more questions follow. */
  private static final Duration QUIET_TIME = Duration.ofMillis(1200);

  private static final int MAX_CLICKS = 8;

  private final Page page;

  FollowUpDialogs(Page page) {
    this.page = page;
  }

  /**
   * Answers all questions.
   *
   * @param guard asked before each click, because an answer may complete the change
   * @return the texts of the dialogs
   */
  List<String> answer(ClickGuard guard) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < MAX_CLICKS; i++) {
      Optional<ScriptResult> asked = next();
      if (asked.isEmpty()) {
        return said;
      }
      said.add(asked.get().text("text"));
      if (PageState.stop(page).isPresent()) {
        // The site refuses: do not click there.
        return said;
      }
      asked.flatMap(answer -> answer.element("node")).ifPresent(node -> give(node, guard));
    }
    return said;
  }

  /** If the dialog was redrawn before the click, the next look finds it again. */
  private void give(WebElement node, ClickGuard guard) {
    try {
      GuardedClick.give(page, node, guard);
    } catch (StoppedException stopped) {
      if (!(stopped.outcome() instanceof PostingOutcome.Retryable)) {
        throw stopped;
      }
    }
  }

  private Optional<ScriptResult> next() {
    AtomicReference<PageTime.Since> open = new AtomicReference<>(page.time().start());
    return page.until(
            APPEARS_WITHIN,
            () -> {
              Optional<ScriptResult> seen = page.ask("selling.followUp", words());
              if (seen.filter(answer -> answer.number("open") > 0).isPresent()) {
                open.set(page.time().start());
              }
              boolean quiet = open.get().over(QUIET_TIME);
              return seen.filter(answer -> quiet || answer.element("node").isPresent());
            })
        .filter(answer -> answer.element("node").isPresent());
  }

  private Map<String, List<String>> words() {
    FormMap map = page.map();
    return Map.of(
        "listing", map.text("listingDialog"),
        "confirms", map.text("deleteDialog"),
        "cancel", map.button("cancel"),
        "panes", map.text("panes"),
        "neutral", map.text("neutralAnswer"),
        "forward", map.button("forward"),
        "away", map.button("away"));
  }
}
