package com.lotview.worker.fleet.run;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.PreparationFailed;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.run.outcome.Failures;
import com.lotview.worker.fleet.run.outcome.OutcomeMapper;
import com.lotview.worker.fleet.run.outcome.RunOutcome;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.text.DealerTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the job's work. Before the intent, a failure ends the job or gives it back. After the intent
 * only evidence ends it; later runs verify everything else.
 */
final class ActingRun {
  private static final Logger LOG = LoggerFactory.getLogger(ActingRun.class);

  private final AccountSessions sessions;
  private final RunContext context;
  private final Work work;
  private final OwnerWait ownerWait;

  ActingRun(AccountSessions sessions, RunContext context, Work work, OwnerWait ownerWait) {
    this.sessions = sessions;
    this.context = context;
    this.work = work;
    this.ownerWait = ownerWait;
  }

  void run() {
    switch (prepareAndWork()) {
      case RunOutcome.Result e -> context.finish(e.result());
      case RunOutcome.Proved e -> context.finish(e.result());
      case RunOutcome.Unsettled e -> context.end(e.end(), e.reason());
      case RunOutcome.Lost e -> context.end(RunEnd.LOST, e.reason());
      case RunOutcome.HandedBack e -> context.end(RunEnd.HANDED_BACK, DealerTexts.WORKER_STOPS);
      case RunOutcome.Written e -> {}
    }
  }

  private RunOutcome prepareAndWork() {
    try {
      context.step(Step.BROWSER);
      AccountSession session = sessions.open(context.order());
      work.prepare();
      return inBrowser(session);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      return endingOf(e);
    }
  }

  private RunOutcome inBrowser(AccountSession session) {
    try (SiteBrowser browser = context.startBrowser()) {
      try {
        context.step(Step.SESSION);
        return written(signedIn(browser, session), browser, session);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        RunOutcome ending = endingOf(e);
        context.healed(browser);
        if (context.supervisor().stopped() == null) {
          context.keepFormIfPossible(browser, Evidence.Kind.FAILURE);
        }
        return ending;
      }
    }
  }

  /**
   * Signs in and works. If the site asks for a second factor before the intent, the owner may give
   * it once, and the work starts again in the same browser. A session check does not wait: the
   * question is its result.
   */
  private RunOutcome signedIn(SiteBrowser browser, AccountSession session) {
    try {
      browser.signIn(session.cookies());
      return work.in(browser);
    } catch (StoppedException stopped) {
      boolean passed =
          !context.supervisor().intended()
              && context.order() instanceof ListingJob
              && stopped.outcome() instanceof PostingOutcome.NeedsLogin(String why, boolean second)
              && second
              && ownerWait.passed(browser, why);
      if (!passed) {
        throw stopped;
      }
      return work.in(browser);
    }
  }

  private RunOutcome written(RunOutcome ending, SiteBrowser browser, AccountSession session) {
    if (!(ending instanceof RunOutcome.Proved proved)) {
      return ending;
    }
    context.finish(proved.result());
    context.saveSession(sessions, session, browser);
    return new RunOutcome.Written();
  }

  private RunOutcome endingOf(RuntimeException error) {
    context.throwIfLeaseLost();
    RunSupervisor.Stop stop = context.supervisor().stopped();
    if (context.supervisor().intended()) {
      return afterIntent(error, stop);
    }
    if (stop == RunSupervisor.Stop.HANDED_BACK) {
      return new RunOutcome.HandedBack();
    }
    if (stop != null && stop.overdue()) {
      return new RunOutcome.Result(
          JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, overdue(stop)));
    }
    return beforeIntent(error);
  }

  private RunOutcome afterIntent(RuntimeException error, RunSupervisor.@Nullable Stop stop) {
    if (stop != null && stop.overdue()) {
      return new RunOutcome.Unsettled(overdue(stop));
    }
    if (error instanceof StoppedException stopped) {
      PostingOutcome outcome = stopped.outcome();
      return OutcomeMapper.unsettled(outcome)
          ? RunOutcome.Unsettled.of(outcome)
          : new RunOutcome.Result(OutcomeMapper.of(outcome));
    }
    LOG.warn("Job {} after its intent", context.order().jobId(), error);
    return new RunOutcome.Unsettled(DealerTexts.FAILED_AFTER_INTENT);
  }

  private String overdue(RunSupervisor.Stop stop) {
    long limit = context.order().deadlineSeconds();
    return stop == RunSupervisor.Stop.SITE_SILENT
        ? DealerTexts.siteSilent(limit)
        : DealerTexts.tooLong(limit * RunSupervisor.HARD_END);
  }

  private RunOutcome beforeIntent(RuntimeException error) {
    return switch (error) {
      case StoppedException e when e.outcome() instanceof PostingOutcome.BrowserLost lost ->
          new RunOutcome.Lost(lost.reason());
      case StoppedException e -> new RunOutcome.Result(OutcomeMapper.of(e.outcome()));
      case PreparationFailed e -> new RunOutcome.Result(e.result());
      default -> Failures.of(context.order().jobId(), error);
    };
  }
}
