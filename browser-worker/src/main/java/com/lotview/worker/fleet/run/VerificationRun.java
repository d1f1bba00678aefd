package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.CheckOrder;
import com.lotview.worker.fleet.job.EditPriceOrder;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.job.LiveListing;
import com.lotview.worker.fleet.job.LookOrder;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.job.RemoveOrder;
import com.lotview.worker.fleet.job.RenewOrder;
import com.lotview.worker.fleet.job.SignInOrder;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.PreparationFailed;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.VerificationResult;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.text.DealerTexts;

/** Verifies a click with an unknown effect. Never clicks. */
final class VerificationRun {
  private final AccountSessions sessions;
  private final RunContext context;

  VerificationRun(AccountSessions sessions, RunContext context) {
    this.sessions = sessions;
    this.context = context;
  }

  /** The status of an order's live listing. */
  static Presence presence(SiteBrowser browser, ListingJob order, LiveListing live) {
    return browser.listings().presence(live.listingId(), order.listing().siteTitle());
  }

  /**
   * Verifies once and writes the result.
   *
   * @return false if it could not look, for a reason that is neither the site's nor the account's
   */
  boolean run() {
    VerificationResult seen;
    try {
      AccountSession session = sessions.open(context.order());
      seen = inBrowser(session);
    } catch (PreparationFailed e) {
      if (e.result().retryable()) {
        context.end(RunEnd.HANDED_BACK, String.valueOf(e.getMessage()));
        return false;
      }
      seen = VerificationResult.of(e.result(), String.valueOf(e.getMessage()));
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      context.throwIfLeaseLost();
      if (context.supervisor().stopped() == RunSupervisor.Stop.HANDED_BACK) {
        context.end(RunEnd.HANDED_BACK, DealerTexts.WORKER_STOPS);
        return true;
      }
      seen = VerificationResult.of(e);
    }
    write(seen);
    return true;
  }

  private void write(VerificationResult seen) {
    switch (seen) {
      case VerificationResult.Settled settled -> context.finish(settled.result());
      case VerificationResult.Undone undone -> context.end(RunEnd.ABSENT, undone.reason());
      case VerificationResult.Unreadable unreadable ->
          context.end(RunEnd.UNREADABLE, unreadable.reason());
      case VerificationResult.Stopped stopped ->
          context.finish(stopped.result().withOpenClick(context.openClick()));
    }
  }

  private VerificationResult inBrowser(AccountSession session) {
    try (SiteBrowser browser = context.startBrowser()) {
      try {
        return look(browser, session);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        context.supervisor().check();
        context.keepIfPossible(browser, Evidence.Kind.FAILURE);
        return VerificationResult.of(e);
      }
    }
  }

  private VerificationResult look(SiteBrowser browser, AccountSession session) {
    browser.signIn(session.cookies());
    VerificationResult seen = seen(browser);
    switch (seen) {
      case VerificationResult.Settled settled -> {
        context.keepIfPossible(browser, Evidence.Kind.CONFIRMATION);
        context.saveSession(sessions, session, browser);
      }
      case VerificationResult.Undone undone -> {}
      case VerificationResult.Unreadable _, VerificationResult.Stopped _ ->
          context.keepIfPossible(browser, Evidence.Kind.FAILURE);
    }
    return seen;
  }

  private VerificationResult seen(SiteBrowser browser) {
    return switch (context.order()) {
      case PostingOrder order ->
          VerificationResult.of(browser.listings().find(order, context.madeSince()));
      case RemoveOrder order ->
          VerificationResult.of(order, presence(browser, order, order.live()));
      case EditPriceOrder order ->
          VerificationResult.of(order, presence(browser, order, order.live()));
      case RenewOrder order -> VerificationResult.of(browser.listings().renewal(order.atSite()));
      case CheckOrder order -> throw new IllegalStateException("A check never clicks");
      case LookOrder order -> throw new IllegalStateException("A look never clicks");
      case SignInOrder order -> throw new IllegalStateException("A sign-in never clicks");
    };
  }
}
