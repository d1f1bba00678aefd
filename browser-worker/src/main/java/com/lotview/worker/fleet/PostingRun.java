package com.lotview.worker.fleet;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.AccountSessions.AccountSession;
import com.lotview.worker.marketplace.PostingOutcome;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.StoppedException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the form and publishes, once. Up to the intent every failure ends the job or gives it back;
 * after the intent only evidence does, and everything else is left to be settled by looking.
 */
final class PostingRun {
  private static final Logger LOG = LoggerFactory.getLogger(PostingRun.class);

  /** How the run ends: known while its browser lives, written when it is dead. */
  private sealed interface Ending {
    record Result(JobResult result) implements Ending {}

    record Unsettled(String reason) implements Ending {}

    record HandedBack() implements Ending {}

    /** The result is written already. */
    record Written() implements Ending {}
  }

  private final Workshop shop;
  private final RunBench bench;

  PostingRun(Workshop shop, RunBench bench) {
    this.shop = shop;
    this.bench = bench;
  }

  void run() {
    switch (prepareAndPost()) {
      case Ending.Result e -> bench.finish(e.result());
      case Ending.Unsettled e -> bench.end(RunEnd.UNSETTLED, e.reason());
      case Ending.HandedBack e -> bench.end(RunEnd.HANDED_BACK, "The worker ends");
      case Ending.Written e -> {}
    }
  }

  private Ending prepareAndPost() {
    try {
      bench.step(Step.BROWSER);
      AccountSession session = shop.sessions().open(bench.order());
      List<Path> photos = shop.photos().fetch(bench.order(), bench.folder("photos"));
      return inBrowser(session, photos);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      return endingOf(e);
    }
  }

  private Ending inBrowser(AccountSession session, List<Path> photos) {
    try (SiteBrowser browser = bench.startBrowser()) {
      try {
        return post(browser, session, photos);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        Ending ending = endingOf(e);
        if (bench.guard().stopped() == null) {
          bench.keepIfPossible(browser, Evidence.Kind.FAILURE);
        }
        return ending;
      }
    }
  }

  private Ending post(SiteBrowser browser, AccountSession session, List<Path> photos) {
    PostingOrder order = bench.order();
    bench.step(Step.SESSION);
    browser.signIn(session.cookies());
    bench.step(Step.OPEN);
    browser.openForm();
    bench.step(Step.DETAILS);
    browser.fill(order, photos, () -> bench.step(Step.PHOTOS));
    bench.step(Step.PUBLISH);
    bench.keep(browser, Evidence.Kind.FORM);
    browser.next();
    bench.guard().intend();
    PostingOutcome outcome = browser.publish(order, bench::clicked);
    if (!(outcome instanceof PostingOutcome.Posted)) {
      bench.keepIfPossible(browser, Evidence.Kind.FAILURE);
      return afterIntent(outcome);
    }
    bench.keepIfPossible(browser, Evidence.Kind.CONFIRMATION);
    bench.finish(Verdicts.of(outcome));
    saveSession(browser, session);
    return new Ending.Written();
  }

  // The result is written: what fails here must not be taken for a failure of the posting.
  private void saveSession(SiteBrowser browser, AccountSession session) {
    try {
      bench.saveSession(session, browser.cookies());
    } catch (RuntimeException e) {
      LOG.warn("The cookies could not be read: {}", e.toString());
    }
  }

  private static Ending afterIntent(PostingOutcome outcome) {
    JobResult result = Verdicts.of(outcome);
    return Verdicts.unsettled(outcome)
        ? new Ending.Unsettled(String.valueOf(result.reason()))
        : new Ending.Result(result);
  }

  private Ending endingOf(RuntimeException error) {
    bench.throwIfLeaseLost();
    RunGuard.Stop stop = bench.guard().stopped();
    if (bench.guard().intended()) {
      return afterIntent(error, stop);
    }
    if (stop == RunGuard.Stop.HANDED_BACK) {
      return new Ending.HandedBack();
    }
    if (stop == RunGuard.Stop.DEADLINE) {
      return new Ending.Result(JobResult.failed(true, ErrorCode.FB_POSTING_FAILED, tooLong()));
    }
    return new Ending.Result(resultOf(error));
  }

  private Ending afterIntent(RuntimeException error, RunGuard.@Nullable Stop stop) {
    if (stop == RunGuard.Stop.DEADLINE) {
      return new Ending.Unsettled(tooLong());
    }
    if (error instanceof StoppedException stopped) {
      return afterIntent(stopped.outcome());
    }
    LOG.warn("Job {} after its intent", bench.order().jobId(), error);
    return new Ending.Unsettled("The browser failed after the intent");
  }

  private String tooLong() {
    return "The posting took longer than " + bench.order().deadlineSeconds() + " s";
  }

  private JobResult resultOf(RuntimeException error) {
    return switch (error) {
      case StoppedException e -> Verdicts.of(e.outcome());
      case PreparationFailed e -> e.result();
      default -> Failures.of(bench.order().jobId(), error);
    };
  }
}
