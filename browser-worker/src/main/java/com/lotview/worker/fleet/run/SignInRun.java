package com.lotview.worker.fleet.run;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.OwnerView;
import com.lotview.worker.fleet.port.OwnerViews;
import com.lotview.worker.fleet.port.PreparationFailed;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows an account's owner a browser until they are signed in, and stores the session. It takes no
 * pictures, because the page is private.
 */
final class SignInRun {
  private static final Logger LOG = LoggerFactory.getLogger(SignInRun.class);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
  private static final int POLLS_PER_REPORT = 10;

  private final AccountSessions sessions;
  private final OwnerViews views;
  private final SignIns signIns;
  private final RunContext context;
  private final JobOrder order;

  SignInRun(AccountSessions sessions, OwnerViews views, SignIns signIns, RunContext context) {
    this.sessions = sessions;
    this.views = views;
    this.signIns = signIns;
    this.context = context;
    this.order = context.order();
  }

  void run() {
    JobResult result;
    try {
      result =
          signIns.wanted(order.dealershipId(), order.taskId())
              ? inBrowser()
              : failed(DealerTexts.CANCELLED);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      context.throwIfLeaseLost();
      RunSupervisor.Stop stop = context.supervisor().stopped();
      if (stop == RunSupervisor.Stop.HANDED_BACK) {
        context.end(RunEnd.HANDED_BACK, DealerTexts.WORKER_STOPS);
        return;
      }
      result = failed(stop != null && stop.overdue() ? DealerTexts.NOT_SIGNED_IN : lost(e));
    }
    context.finish(result);
  }

  private String lost(RuntimeException e) {
    LOG.warn("Job {}: the browser was lost: {}", order.jobId(), e.getClass().getSimpleName());
    return DealerTexts.VIEW_LOST;
  }

  private JobResult inBrowser() {
    context.ownersPage(true);
    String known = earlier();
    try (SiteBrowser browser = context.startBrowser()) {
      OwnerBrowser page = browser.forOwner();
      page.visit(known);
      try (OwnerView view = views.show(order.taskId(), page.pageSocket())) {
        return watch(browser, page, view);
      }
    }
  }

  private @Nullable String earlier() {
    try {
      AccountSession session = sessions.open(order);
      return session.cookies();
    } catch (PreparationFailed none) {
      return null;
    }
  }

  private JobResult watch(SiteBrowser browser, OwnerBrowser page, OwnerView view) {
    for (int look = 0; ; look++) {
      context.supervisor().check();
      if (look % POLLS_PER_REPORT == 0 && !signIns.shown(order.dealershipId(), order.taskId())) {
        return ended(view, OwnerView.End.CANCELLED, DealerTexts.CANCELLED);
      }
      Optional<String> over = view.over();
      if (over.isPresent()) {
        return ended(view, OwnerView.End.FAILED, over.get());
      }
      if (page.signedIn()) {
        return keep(browser.cookies(), view);
      }
      pause(POLL_INTERVAL);
    }
  }

  private JobResult keep(String cookies, OwnerView view) {
    try {
      signIns.keep(order.dealershipId(), order.taskId(), cookies);
    } catch (SignIns.Refused refused) {
      return ended(view, OwnerView.End.FAILED, refused.why());
    }
    view.end(OwnerView.End.SIGNED_IN, DealerTexts.CONNECTED);
    return JobResult.valid();
  }

  private static JobResult ended(OwnerView view, OwnerView.End how, String why) {
    view.end(how, why);
    return failed(why);
  }

  private static JobResult failed(String why) {
    return JobResult.failed(false, ErrorCode.FB_SESSION_INVALID, why);
  }

  /** Waits. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
