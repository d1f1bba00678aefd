package com.lotview.worker.marketplace.publish;

import com.lotview.form.StopMeaning;
import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.GuardedClick;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PageTime;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.publish.PublishWatch.Seen;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The way from the filled form over the second page to the one click and its answer. */
public final class PublishStep implements AutoCloseable {

  private static final Duration NEXT_TURNS_WITHIN = Duration.ofMillis(1500);
  private static final int MAX_NEXT_CLICKS = 3;

  /**
   * If the button is still enabled after this time and no request was sent, the click had no
   * effect.
   */
  private static final Duration CLICK_WORKS_WITHIN = Duration.ofSeconds(5);

  private final Page page;
  private @Nullable PublishWatch watch;
  private @Nullable OnceOnly counting;
  private List<String> before = List.of();

  public PublishStep(Page page) {
    this.page = page;
  }

  /** Old layouts have Publish on the form, new ones after Next (marketplace-form.md §16). */
  public void next() {
    if (page.until(page.settings().page(), () -> enabled("next").or(() -> enabled("publish")))
        .isEmpty()) {
      throw refused("next");
    }
    for (int i = 0; i < MAX_NEXT_CLICKS && publish().isEmpty(); i++) {
      pressNext();
      page.until(NEXT_TURNS_WITHIN, this::publish);
    }
    if (page.until(page.settings().page(), this::publishOrStop).isEmpty()) {
      throw refused("publish");
    }
    watch = new PublishWatch(page.browser().pageSocket());
  }

  private void pressNext() {
    try {
      // A page that stops the account may have a button of the same name, such as "Continue". The
      // element is found before the page is judged, so that it belongs to no later page.
      Optional<WebElement> next = enabled("next");
      if (PageState.of(page).map(PageState::orStop).isPresent()) {
        next.ifPresent(page::click);
      }
    } catch (StaleElementReferenceException redrawn) {
      // The page has redrawn it: find it again.
    }
  }

  private Optional<ScriptResult> publish() {
    return page.button(page.map().button("publish"));
  }

  /**
   * This page shows the daily limit with a disabled Publish: check for it while the button is
   * disabled.
   */
  private Optional<WebElement> publishOrStop() {
    Optional<WebElement> publish = enabled("publish");
    if (publish.isEmpty()) {
      PageState.of(page).ifPresent(PageState::orStop);
      if (publish().isPresent()) {
        page.saying(page.map().text("limitWords")).ifPresent(PublishStep::limited);
      }
    }
    return publish;
  }

  private static void limited(String said) {
    throw new StoppedException(PostingOutcome.of(StopMeaning.LIMIT, said));
  }

  /**
   * The one click. A failure before the mouse button goes down is safe; after it the effect is
   * unknown.
   */
  public void click(ClickGuard guard) {
    PageState.of(page).ifPresent(PageState::orStop);
    WebElement publish = enabled("publish").orElseThrow(() -> refused("publish"));
    before = page.complaints();
    // The browser would repeat a create request whose connection broke after it was sent.
    counting = page.browser().onceOnly(page.settings().site().getHost());
    GuardedClick.give(page, publish, guard);
  }

  /** What alerts and dialogs say that the page did not show before the click. */
  List<String> complaints() {
    return page.complaints().stream().filter(said -> !before.contains(said)).toList();
  }

  /** Waits for the answer to the page's create request, or until there can be none. */
  public Seen await() {
    PublishWatch listening = watch;
    if (listening == null) {
      return new Seen.Nothing();
    }
    PageTime.Since clicked = page.time().start();
    page.until(
        page.settings().publish(),
        () ->
            switch (listening.seen()) {
              case Seen.Created created -> Optional.of(created);
              case Seen.Refused refused -> Optional.of(refused);
              case Seen.Unclear unclear -> Optional.of(unclear);
              case Seen.Asked _ -> Optional.empty();
              case Seen.Nothing nothing ->
                  pointless(clicked) ? Optional.<Seen>of(nothing) : Optional.empty();
            });
    Seen seen = listening.seen();
    if (seen instanceof Seen.Created) {
      // With the answer, the site may close its connections.
      countNoMore();
    }
    return seen;
  }

  private void countNoMore() {
    OnceOnly counted = counting;
    counting = null;
    if (counted != null) {
      counted.close();
    }
  }

  /** Whether no create request was seen, and the page shows no sign of one. */
  private boolean pointless(PageTime.Since clicked) {
    boolean over = clicked.over(CLICK_WORKS_WITHIN);
    return over
        && (enabled("publish").isPresent()
            || !page.address().contains("/marketplace/create")
            || page.saying(page.map().text("failed")).isPresent()
            || PageState.of(page).flatMap(PageState::stop).isPresent());
  }

  private Optional<WebElement> enabled(String button) {
    return page.button(page.map().button(button))
        .filter(seen -> seen.flag("enabled"))
        .flatMap(seen -> seen.element("node"));
  }

  private StoppedException refused(String button) {
    PageState.of(page).ifPresent(PageState::orStop);
    List<String> said = page.complaints();
    String read = said.isEmpty() ? DealerTexts.NO_REASON : String.join("; ", said);
    return new StoppedException(new FieldMismatch("form", DealerTexts.clickable(button), read));
  }

  @Override
  public void close() {
    countNoMore();
    if (watch != null) {
      watch.close();
    }
  }
}
