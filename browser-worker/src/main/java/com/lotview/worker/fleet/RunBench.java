package com.lotview.worker.fleet;

import com.lotview.kit.id.Ids;
import com.lotview.worker.fleet.AccountSessions.AccountSession;
import com.lotview.worker.marketplace.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run being worked on: its folder, guard and browser, and what it notes down. */
final class RunBench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunBench.class);

  private static final Duration LAST_PICTURE = Duration.ofSeconds(3);

  private final Workshop shop;
  private final Claim claim;
  private final Run run;
  private final Path folder;
  private final RunGuard guard;
  private final long began = System.nanoTime();
  private final AtomicReference<@Nullable SiteBrowser> browser = new AtomicReference<>();

  private RunBench(Workshop shop, Claim claim, Run run, Path folder) {
    this.shop = shop;
    this.claim = claim;
    this.run = run;
    this.folder = folder;
    this.guard =
        new RunGuard(
            shop.jobs(),
            claim.lease(),
            run,
            shop.rules(),
            claim.job().order().deadline(),
            this::lastPicture,
            this::killBrowser);
  }

  /** Makes the run known, then its folder, and watches over it from now on. */
  static RunBench open(Workshop shop, Claim claim, RunPurpose purpose) {
    UUID id = Ids.next();
    Path folder = shop.folders().of(id);
    Run run = shop.jobs().begin(claim, shop.worker(), purpose, id, folder.toString());
    RunBench bench = new RunBench(shop, claim, run, folder);
    bench.guard.watching();
    return bench;
  }

  RunGuard guard() {
    return guard;
  }

  PostingOrder order() {
    return claim.job().order();
  }

  /** A folder inside of the run's own. */
  Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SiteBrowser startBrowser() {
    guard.check();
    SiteBrowser started =
        shop.browsers().start(folder, run.id().getLeastSignificantBits(), this::started);
    if (guard.stopped() != null) {
      // Stopped while it was starting: there was nothing to kill yet.
      started.close();
      guard.check();
    }
    browser.set(started);
    return started;
  }

  private void started(long group) {
    shop.jobs().browserStarted(claim.lease(), run, group);
  }

  private void killBrowser() {
    shop.browsers().kill(folder);
  }

  void step(Step step) {
    guard.check();
    shop.jobs().step(claim.lease(), claim.job(), run, step, millis());
  }

  private long millis() {
    return (System.nanoTime() - began) / 1_000_000;
  }

  void clicked() {
    shop.jobs().clicked(claim.lease(), run);
    step(Step.CONFIRM);
  }

  /** What a page looked like that was too slow; bounded, since it may be the browser that hangs. */
  private void lastPicture() {
    SiteBrowser current = browser.get();
    if (current == null) {
      return;
    }
    Thread camera = Thread.ofVirtual().start(() -> keepIfPossible(current, Evidence.Kind.FAILURE));
    try {
      camera.join(LAST_PICTURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps a picture of the page. */
  void keep(SiteBrowser browser, Evidence.Kind kind) {
    Evidence kept = shop.evidence().keep(order(), kind, browser.picture());
    shop.jobs().keep(claim.lease(), claim.job(), run, kept);
  }

  /** Keeps a picture if that can be done; the run's end does not hang on it. */
  void keepIfPossible(SiteBrowser browser, Evidence.Kind kind) {
    try {
      keep(browser, kind);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("No {} picture of job {}: {}", kind.wire(), claim.job().id(), e.toString());
    }
  }

  /** Saves the session as the browser has it now; a later sign-in is worth more than an error. */
  void saveSession(AccountSession opened, String cookies) {
    try {
      shop.sessions().save(order(), opened, cookies);
    } catch (RuntimeException e) {
      LOG.warn("The session of job {} was not saved: {}", claim.job().id(), e.toString());
    }
  }

  void finish(JobResult result) {
    shop.jobs().finish(claim.lease(), claim.job(), run, result);
    LOG.info("Job {} ends {} after {} ms", claim.job().id(), result.outcome(), millis());
  }

  void end(RunEnd end, String remark) {
    shop.jobs().end(claim.lease(), claim.job(), run, end, remark);
    LOG.info("Run {} of job {} ends {}: {}", run.number(), claim.job().id(), end, remark);
  }

  /** Throws {@link LeaseLost} if that is why the run was stopped. */
  void throwIfLeaseLost() {
    if (guard.stopped() == RunGuard.Stop.LEASE_LOST) {
      throw new LeaseLost(claim.lease());
    }
  }

  /** Leaves nothing: no process, no file. */
  @Override
  public void close() {
    try {
      killBrowser();
      JobFolders.delete(folder);
    } catch (RuntimeException e) {
      LOG.error("Folder {} could not be cleared", folder, e);
    } finally {
      guard.close();
    }
  }
}
