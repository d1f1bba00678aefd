package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.OwnerView;
import com.lotview.worker.fleet.port.OwnerViews;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the account's owner pass a page that stopped a run, in the run's own browser. The run keeps
 * its lease and does not touch the page meanwhile.
 */
final class OwnerWait {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerWait.class);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
  private static final int POLLS_PER_REPORT = 10;

  /** Upper bound, because the account's other jobs are blocked meanwhile. */
  private static final Duration MAX_WAIT = Duration.ofMinutes(10);

  private final OwnerViews views;
  private final SignIns signIns;
  private final RunContext context;
  private final JobOrder order;

  OwnerWait(OwnerViews views, SignIns signIns, RunContext context) {
    this.views = views;
    this.signIns = signIns;
    this.context = context;
    this.order = context.order();
  }

  /**
   * Waits for the owner.
   *
   * @param reason what the site asks for
   * @return whether the account is signed in now
   */
  boolean passed(SiteBrowser browser, String reason) {
    if (views.ownerTimeout().isZero()) {
      return false;
    }
    Optional<UUID> asked = signIns.ask(order, reason, MAX_WAIT);
    return asked.isPresent() && shown(browser, asked.get());
  }

  private boolean shown(SiteBrowser browser, UUID signIn) {
    LOG.info("Job {} waits for its account's owner", order.jobId());
    OwnerBrowser page = browser.forOwner();
    context.ownersPage(true);
    context.supervisor().stopClock();
    try (OwnerView view = views.show(signIn, page.pageSocket())) {
      Optional<String> failure = watch(browser, page, view, signIn);
      failure.ifPresent(why -> {
        view.end(OwnerView.End.FAILED, why);
        signIns.failed(order.dealershipId(), signIn, why);
      });
      context.ownersPage(failure.isPresent());
      return failure.isEmpty();
    } finally {
      context.supervisor().startClock();
    }
  }

  /** Why the sign-in failed; empty if it succeeded. */
  private Optional<String> watch(
      SiteBrowser browser, OwnerBrowser page, OwnerView view, UUID signIn) {
    long until = System.nanoTime() + MAX_WAIT.toNanos();
    for (int look = 0; System.nanoTime() - until < 0; look++) {
      context.supervisor().check();
      if (look % POLLS_PER_REPORT == 0 && !signIns.shown(order.dealershipId(), signIn)) {
        return Optional.of(DealerTexts.CANCELLED);
      }
      Optional<String> over = view.over(views.ownerTimeout());
      if (over.isPresent()) {
        return over;
      }
      if (page.signedIn()) {
        return kept(browser, view, signIn);
      }
      SignInRun.pause(POLL_INTERVAL);
    }
    return Optional.of(DealerTexts.SIGN_IN_LATE);
  }

  private Optional<String> kept(SiteBrowser browser, OwnerView view, UUID signIn) {
    try {
      signIns.keep(order.dealershipId(), signIn, browser.cookies());
    } catch (SignIns.Refused refused) {
      return Optional.of(refused.why());
    }
    view.end(OwnerView.End.SIGNED_IN, DealerTexts.JOB_GOES_ON);
    return Optional.empty();
  }
}
