package com.lotview.worker.fleet.run.outcome;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.EditPriceOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.job.RemoveOrder;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RenewResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;

/** What the account's listings prove about a job. */
public sealed interface VerificationResult {
  /** The job has its result. */
  record Settled(JobResult result) implements VerificationResult {}

  /** The click had no effect so far; all pages that could show one were read. */
  record Undone(String reason) implements VerificationResult {}

  /** The listings could not be read; nothing is proven. */
  record Unreadable(String reason) implements VerificationResult {}

  /**
   * The site stops the account, so the listings cannot be read for now, and nothing is proven. The
   * job ends with an open click, which the next attempt verifies.
   */
  record Stopped(JobResult result) implements VerificationResult {}

  /** For a verification that the site or the machine stopped. */
  static VerificationResult of(RuntimeException error) {
    return error instanceof StoppedException site
        ? of(OutcomeMapper.of(site.outcome()), site.outcome().sentence())
        : new Unreadable(DealerTexts.browserFailedWhileLooking(error));
  }

  /** For a result that ends a job before it acts. */
  static VerificationResult of(JobResult stop, String reason) {
    if (stop.outcome() == Outcome.NEEDS_LOGIN) {
      return new Stopped(stop.because(DealerTexts.stoppedBeforeVerification(reason)));
    }
    return stop.code() == ErrorCode.FB_RATE_LIMITED
        ? new Stopped(stop.because(DealerTexts.limitedBeforeVerification(reason)))
        : new Unreadable(reason);
  }

  /** For a post. */
  static VerificationResult of(Search search) {
    return switch (search) {
      case Search.Found found -> new Settled(JobResult.posted(found.posted()));
      case Search.Absent absent -> new Undone(DealerTexts.noneIsOurs(absent.listings().size()));
      case Search.Unreadable unreadable -> new Unreadable(unreadable.reason());
    };
  }

  /** For a removal. */
  static VerificationResult of(RemoveOrder order, Presence presence) {
    return switch (presence) {
      case Presence.Gone gone -> new Settled(JobResult.removed());
      case Presence.Sold sold ->
          order.removal() == RemoveRequest.How.SOLD
              ? new Settled(JobResult.removed())
              : new Undone(DealerTexts.SOLD_NOT_DELETED);
      case Presence.Live live -> new Undone(DealerTexts.STILL_THERE);
      case Presence.Unreadable unreadable -> new Unreadable(unreadable.reason());
    };
  }

  /** For a price edit. */
  static VerificationResult of(EditPriceOrder order, Presence presence) {
    return switch (presence) {
      case Presence.Gone gone -> new Settled(missing());
      case Presence.Sold sold ->
          new Settled(JobResult.failed(false, ErrorCode.FB_POSTING_FAILED, DealerTexts.SOLD));
      case Presence.Live live -> ofPrice(order, live.dollars());
      case Presence.Unreadable unreadable -> new Unreadable(unreadable.reason());
    };
  }

  /** For a price edit, from the price that the listing shows. */
  static VerificationResult ofPrice(EditPriceOrder order, long dollars) {
    return dollars == order.dollars()
        ? new Settled(JobResult.edited())
        : new Undone(DealerTexts.priceShownInstead(dollars, order.dollars()));
  }

  /** For a renewal. */
  static VerificationResult of(RenewResult renewal) {
    return switch (renewal) {
      case RenewResult.NotOffered _ -> new Settled(JobResult.renewed());
      case RenewResult.Missing _ -> new Settled(missing());
      case RenewResult.StillOffered still -> new Undone(still.reason());
      case RenewResult.Unclear unclear -> new Unreadable(unclear.reason());
    };
  }

  /** The result of a change of a listing that does not exist. */
  static JobResult missing() {
    return JobResult.failed(false, ErrorCode.FB_POSTING_FAILED, DealerTexts.NOT_THERE);
  }
}
