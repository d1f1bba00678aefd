package com.lotview.worker.marketplace.publish;

import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.listings.ListingSigns;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.mapping.FormValues;
import com.lotview.worker.marketplace.mapping.ListingOrder;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.marketplace.publish.PublishWatch.Seen;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out the effect of the click, best evidence first (marketplace-form.md §10): the site's
 * answer, the account's listings, the address of the next page. A vanished button or page proves
 * nothing, and an error may be false.
 */
public final class AfterClick {

  private static final Duration LANDS_WITHIN = Duration.ofSeconds(8);

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
        case Seen.Unclear unclear -> refusedOrLookedUp(unclear.why());
        case Seen.Asked _ -> lookedUp(DealerTexts.NO_ANSWER_IN_TIME, Optional.empty());
        case Seen.Nothing _ -> refusedOrLookedUp(DealerTexts.NO_REQUEST);
      };
    } catch (StoppedException stopped) {
      return new Unknown(
          DealerTexts.afterClick(stopped.outcome().sentence()), needsOwner(stopped.outcome()));
    } catch (RuntimeException lost) {
      // The click has happened, so only a verification can tell its effect.
      return new Unknown(DealerTexts.lostAfterClick(StoppedException.brief(lost)));
    } finally {
      publishing.close();
    }
  }

  /** Waits until the page has finished its work after the answer and continues. */
  private void landed() {
    Waiting.until(
        LANDS_WITHIN,
        () ->
            page.address().contains("/marketplace/create") ? Optional.empty() : Optional.of(true));
  }

  private PostingOutcome posted(String id, boolean listed) {
    return new Confirmation(page, order, values, order.photos().size()).of(id, listed);
  }

  /**
   * An error may be false: it is a refusal only if the page names one and the listing does not
   * exist.
   */
  private PostingOutcome refusedOrLookedUp(String why) {
    Optional<PostingOutcome> stop = PageState.of(page).flatMap(PageState::stop);
    PostingOutcome seen = lookedUp(why, stop.filter(AfterClick::refused));
    return seen instanceof Unknown && stop.filter(AfterClick::needsOwner).isPresent()
        ? new Unknown(DealerTexts.afterClick(stop.get().sentence()), true)
        : seen;
  }

  private static boolean needsOwner(PostingOutcome stop) {
    return switch (stop) {
      case NeedsLogin _ -> true;
      case Blocked blocked ->
          switch (blocked.kind()) {
            case CHECKPOINT, CAPTCHA, SUSPENDED -> true;
            case LIMIT, TEMPORARY, REFUSED, NO_ACCESS -> false;
          };
      default -> false;
    };
  }

  /**
   * A login or a checkpoint after the click says nothing about the listing. A limit or a temporary
   * block is the answer to the click, and forbids another one.
   */
  private static boolean refused(PostingOutcome stop) {
    return stop instanceof Blocked blocked
        && switch (blocked.kind()) {
          case LIMIT, TEMPORARY, REFUSED -> true;
          case CHECKPOINT, CAPTCHA, SUSPENDED, NO_ACCESS -> false;
        };
  }

  private PostingOutcome lookedUp(String why, Optional<PostingOutcome> refusal) {
    Optional<String> landed = landedOn();
    if (landed.isPresent()) {
      return posted(landed.get(), false);
    }
    return switch (new OwnListings(page).bySigns(signs())) {
      case Search.Found found -> posted(found.listingId(), true);
      case Search.Absent _ -> refusal.orElse(new Unknown(why + "; " + DealerTexts.NOT_LISTED_YET));
      case Search.Unreadable unreadable -> new Unknown(why + "; " + unreadable.reason());
    };
  }

  /** The listing whose page the site opened after the click, if it is the order's. */
  private Optional<String> landedOn() {
    return ItemPage.idIn(page.address()).filter(id -> new OwnListings(page).isOurs(id, signs()));
  }

  private ListingSigns signs() {
    return ListingSigns.of(order, values, page.today());
  }
}
