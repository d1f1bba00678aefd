package com.lotview.worker.fleet.run;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the job is there for. Up to the intent every failure ends the job or gives it back;
 * after the intent only evidence does, and everything else is left to be settled by looking.
 */
final class ActingRun {
  private static final Logger LOG = LoggerFactory.getLogger(ActingRun.class);

  private final Workshop shop;
  private final RunContext bench;
  private final Work work;

  ActingRun(Workshop shop, RunContext bench) {
    this.shop = shop;
    this.bench = bench;
    this.work = Work.of(shop, bench);
  }

  void run() {
    switch (prepareAndWork()) {
      case RunOutcome.Result e -> bench.finish(e.result());
      case RunOutcome.Proved e -> bench.finish(e.result());
      case RunOutcome.Unsettled e -> bench.end(e.end(), e.reason());
      case RunOutcome.Lost e -> bench.end(RunEnd.LOST, e.reason());
      case RunOutcome.HandedBack e -> bench.end(RunEnd.HANDED_BACK, "The worker ends");
      case RunOutcome.Written e -> {}
    }
  }

  private RunOutcome prepareAndWork() {
    try {
      bench.step(Step.BROWSER);
      AccountSession session = shop.sessions().open(bench.order());
      work.prepare();
      return inBrowser(session);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      return endingOf(e);
    }
  }

  private RunOutcome inBrowser(AccountSession session) {
    try (SiteBrowser browser = bench.startBrowser()) {
      try {
        bench.step(Step.SESSION);
        return written(signedIn(browser, session), browser, session);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        RunOutcome ending = endingOf(e);
        bench.healed(browser);
        if (bench.guard().stopped() == null) {
          bench.keepFormIfPossible(browser, Evidence.Kind.FAILURE);
        }
        return ending;
      }
    }
  }

  /**
   * Signs in and works. Where the site asks for a second factor before anything was clicked, the
   * owner may give it, once; then the work begins again in the same browser. A check does not wait:
   * it has found out what it was for.
   */
  private RunOutcome signedIn(SiteBrowser browser, AccountSession session) {
    try {
      browser.signIn(session.cookies());
      return work.in(browser);
    } catch (StoppedException stopped) {
      boolean passed =
          !bench.guard().intended()
              && bench.order() instanceof ListingJob
              && stopped.outcome() instanceof PostingOutcome.NeedsLogin(String why, boolean second)
              && second
              && new OwnerWait(shop, bench).passed(browser, why);
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
    bench.finish(proved.result());
    saveSession(browser, session);
    return new RunOutcome.Written();
  }

  // The result is written: what fails here must not be taken for a failure of the job.
  private void saveSession(SiteBrowser browser, AccountSession session) {
    try {
      bench.saveSession(session, browser.cookies());
    } catch (RuntimeException e) {
      LOG.warn("The cookies could not be read: {}", e.toString());
    }
  }

  private RunOutcome endingOf(RuntimeException error) {
    bench.throwIfLeaseLost();
    RunSupervisor.Stop stop = bench.guard().stopped();
    if (bench.guard().intended()) {
      return afterIntent(error, stop);
    }
    if (stop == RunSupervisor.Stop.HANDED_BACK) {
      return new RunOutcome.HandedBack();
    }
    if (stop == RunSupervisor.Stop.DEADLINE) {
      return new RunOutcome.Result(JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, tooLong()));
    }
    return beforeIntent(error);
  }

  private RunOutcome afterIntent(RuntimeException error, RunSupervisor.@Nullable Stop stop) {
    if (stop == RunSupervisor.Stop.DEADLINE) {
      return new RunOutcome.Unsettled(tooLong());
    }
    if (error instanceof StoppedException stopped) {
      PostingOutcome outcome = stopped.outcome();
      return OutcomeMapper.unsettled(outcome)
          ? RunOutcome.Unsettled.of(outcome)
          : new RunOutcome.Result(OutcomeMapper.of(outcome));
    }
    LOG.warn("Job {} after its intent", bench.order().jobId(), error);
    return new RunOutcome.Unsettled("The browser failed after the intent");
  }

  private String tooLong() {
    return "The job took longer than " + bench.order().deadlineSeconds() + " s";
  }

  private RunOutcome beforeIntent(RuntimeException error) {
    return switch (error) {
      case StoppedException e when e.outcome() instanceof PostingOutcome.BrowserLost lost ->
          new RunOutcome.Lost(lost.reason());
      case StoppedException e -> new RunOutcome.Result(OutcomeMapper.of(e.outcome()));
      case PreparationFailed e -> new RunOutcome.Result(e.result());
      default -> Failures.of(bench.order().jobId(), error);
    };
  }
}
