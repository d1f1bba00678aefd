package com.lotview.worker.marketplace.publish;

import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.listings.ListingSigns;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.publish.PublishWatch.Seen;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out the effect of the click, best evidence first (marketplace-form.md §10): the site's
 * answer, the account's listings, the address of the next page. A vanished button or page proves
 * nothing, and an error may be false. The page may say what the answer means some time after it.
 */
public final class AfterClick {

  private static final Duration LANDS_WITHIN = Duration.ofSeconds(8);

  /** How long after the answer the page may begin to show what it means. */
  private static final Duration SPEAKS_WITHIN = Duration.ofSeconds(4);

  /** How long the page may take to show the rest. */
  private static final Duration FINISHES_WITHIN = Duration.ofMillis(600);

  private final Page page;
  private final PublishStep publishing;
  private final ListingOrder order;
  private final FormValues values;

  public AfterClick(Page page, PublishStep publishing, ListingOrder order, FormValues values) {
    this.page = page;
    this.publishing = publishing;
    this.order = order;
    this.values = values;
  }

  /** Posted, Blocked or Unknown; errors of the site are not thrown. */
  public PostingOutcome outcome() {
    try {
      return switch (publishing.await()) {
        case Seen.Created created -> {
          landed();
          yield posted(created.listingId(), false);
        }
        case Seen.Refused refused -> refusedOrLookedUp(refused.said());
        case Seen.Unclear unclear -> lookedUp(unclear.why(), stop());
        case Seen.Asked _ -> lookedUp(DealerTexts.NO_ANSWER_IN_TIME, PageState.stop(page));
        case Seen.Nothing _ -> lookedUp(DealerTexts.NO_REQUEST, stop());
      };
    } catch (StoppedException stopped) {
      return stoppedBy(stopped.outcome());
    } catch (RuntimeException lost) {
      // The click has happened, so only a verification can tell its effect.
      return new Unknown(DealerTexts.lostAfterClick(StoppedException.brief(lost)));
    } finally {
      publishing.close();
    }
  }

  /** Waits until the page has finished its work after the answer and continues. */
  private void landed() {
    page.until(
        LANDS_WITHIN,
        () ->
            page.address().contains("/marketplace/create") ? Optional.empty() : Optional.of(true));
  }

  private PostingOutcome posted(String id, boolean listed) {
    return new Confirmation(page, order, values, order.photos().size()).of(id, listed);
  }

  /**
   * The page that stops the account, or the refusal that it shows. The page may show it some time
   * after the answer; it has nothing more to say when it has left the form or shows a complaint.
   */
  private Optional<PostingOutcome> stop() {
    page.until(
        SPEAKS_WITHIN,
        () ->
            PageState.of(page)
                .filter(state ->
                    state.stop().isPresent()
                        || (state.settled() && (left() || complaint().isPresent()))));
    // The rest of a stop page may still be on its way.
    return page.until(FINISHES_WITHIN, () -> PageState.stop(page));
  }

  private boolean left() {
    return !page.address().contains("/marketplace/create");
  }

  /** What a new alert or dialog of the form says. */
  private Optional<String> complaint() {
    return left() ? Optional.empty() : publishing.complaints().stream().findFirst();
  }

  /**
   * The site answered that it does not take the listing.
   *
   * @param said the answer's own reason
   */
  private PostingOutcome refusedOrLookedUp(Optional<String> said) {
    Optional<PostingOutcome> stop = stop();
    Optional<String> words = said.or(this::complaint).filter(text -> !page.map().failure(text));
    Optional<PostingOutcome> refusal =
        stop.or(() ->
            words.map(text ->
                page.map()
                    .stop(text)
                    .map(stopped -> PostingOutcome.of(stopped, text))
                    .orElseGet(() -> refused(text))));
    return lookedUp(
        words.map(DealerTexts::siteSays).orElse(DealerTexts.ANSWER_WITHOUT_LISTING), refusal);
  }

  private static PostingOutcome refused(String said) {
    return new Blocked(BlockKind.REFUSED, said);
  }

  /**
   * A login or a checkpoint after the click says nothing about the listing. A limit, a temporary
   * block or a refusal is the answer to the click, and forbids another one.
   */
  private static boolean forbidsAnother(PostingOutcome stop) {
    return stop instanceof Blocked blocked
        && switch (blocked.kind()) {
          case LIMIT, TEMPORARY, REFUSED -> true;
          case CHECKPOINT, CAPTCHA, SUSPENDED, NO_ACCESS -> false;
        };
  }

  private static PostingOutcome stoppedBy(PostingOutcome stop) {
    return forbidsAnother(stop)
        ? stop
        : new Unknown(DealerTexts.afterClick(stop.sentence()), stop.needsOwner());
  }

  /**
   * The site's word may be false, so the listings decide. If they do not show it, what stopped the
   * click is the outcome; later verifications settle it.
   */
  private PostingOutcome lookedUp(String why, Optional<PostingOutcome> stop) {
    if (stop.filter(PostingOutcome::needsOwner).isPresent()) {
      // The listings cannot be read before the owner has acted.
      return stoppedBy(stop.get());
    }
    Optional<PostingOutcome> refusal = stop.filter(AfterClick::forbidsAnother);
    try {
      Optional<String> landed = landedOn();
      if (landed.isPresent()) {
        return posted(landed.get(), false);
      }
      return switch (new OwnListings(page).bySigns(signs())) {
        case Search.Found found -> posted(found.listingId(), true);
        case Search.Absent _ ->
            refusal.orElseGet(() -> new Unknown(why + "; " + DealerTexts.NOT_LISTED_YET));
        case Search.Unreadable unreadable ->
            refusal.orElseGet(() -> new Unknown(why + "; " + unreadable.reason()));
      };
    } catch (StoppedException stopped) {
      return stopped.outcome().needsOwner()
          ? stoppedBy(stopped.outcome())
          : refusal.orElseGet(() -> stoppedBy(stopped.outcome()));
    }
  }

  /** The listing whose page the site opened after the click, if it is the order's. */
  private Optional<String> landedOn() {
    return ItemPage.idIn(page.address()).filter(id -> new OwnListings(page).isOurs(id, signs()));
  }

  private ListingSigns signs() {
    return ListingSigns.of(order, values, page.today());
  }
}
