package com.lotview.worker.fleet;

import com.lotview.worker.fleet.AccountSessions.AccountSession;
import com.lotview.worker.marketplace.Search;
import com.lotview.worker.marketplace.StoppedException;
import java.util.List;

/** Looks for the listing of a click whose end is not known. Never clicks. */
final class LookRun {
  private final Workshop shop;
  private final RunBench bench;

  LookRun(Workshop shop, RunBench bench) {
    this.shop = shop;
    this.bench = bench;
  }

  /**
   * Looks once, and writes what was found.
   *
   * @return false if there was no chance to look, through no fault of the site or the account
   */
  boolean run() {
    Search finding;
    try {
      AccountSession session = shop.sessions().open(bench.order());
      finding = inBrowser(session);
    } catch (PreparationFailed e) {
      if (e.result().retryable()) {
        bench.end(RunEnd.HANDED_BACK, String.valueOf(e.getMessage()));
        return false;
      }
      finding = new Search.Unreadable(String.valueOf(e.getMessage()));
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      bench.throwIfLeaseLost();
      if (bench.guard().stopped() == RunGuard.Stop.HANDED_BACK) {
        bench.end(RunEnd.HANDED_BACK, "The worker ends");
        return true;
      }
      finding = unreadable(e);
    }
    write(finding);
    return true;
  }

  private void write(Search finding) {
    switch (finding) {
      case Search.Found found ->
          bench.finish(JobResult.posted(found.listingId(), found.url(), List.of()));
      case Search.Absent absent -> bench.end(RunEnd.ABSENT, "Not among the account's listings");
      case Search.Unreadable unreadable -> bench.end(RunEnd.UNREADABLE, unreadable.reason());
    }
  }

  private Search inBrowser(AccountSession session) {
    try (SiteBrowser browser = bench.startBrowser()) {
      try {
        return look(browser, session);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        bench.guard().check();
        bench.keepIfPossible(browser, Evidence.Kind.FAILURE);
        return unreadable(e);
      }
    }
  }

  private Search look(SiteBrowser browser, AccountSession session) {
    browser.signIn(session.cookies());
    Search finding = browser.look(bench.order());
    switch (finding) {
      case Search.Found found -> {
        bench.keepIfPossible(browser, Evidence.Kind.CONFIRMATION);
        bench.saveSession(session, browser.cookies());
      }
      case Search.Absent absent -> {}
      case Search.Unreadable unreadable -> bench.keepIfPossible(browser, Evidence.Kind.FAILURE);
    }
    return finding;
  }

  private static Search unreadable(RuntimeException error) {
    return new Search.Unreadable(
        error instanceof StoppedException site
            ? String.valueOf(Verdicts.of(site.outcome()).reason())
            : "The browser failed while looking: " + error.getClass().getSimpleName());
  }
}
