package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.job.Progress;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.marketplace.Step;
import com.lotview.worker.marketplace.page.Heal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run being worked on: its folder, guard and browser, and what it notes down. */
final class RunContext implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);

  private static final Duration LAST_PICTURE = Duration.ofSeconds(3);

  private final Workshop shop;
  private final Claim claim;
  private final Run run;
  private final Path folder;
  private final RunSupervisor guard;
  private final RunNotes notes;
  private final long began = System.nanoTime();
  private final AtomicReference<@Nullable SiteBrowser> browser = new AtomicReference<>();
  private volatile boolean ownersPage;
  private int healsTold;

  private RunContext(Workshop shop, Claim claim, Run run, Path folder) {
    this.shop = shop;
    this.claim = claim;
    this.run = run;
    this.folder = folder;
    this.guard =
        new RunSupervisor(
            shop.jobs(),
            claim.lease(),
            run,
            shop.rules(),
            claim.job().order().deadline(),
            this::intend,
            this::lastPicture,
            this::killBrowser);
    this.notes =
        new RunNotes(
            told -> shop.jobs().note(claim.lease(), claim.job(), run, told), guard::leaseLost);
  }

  /** Makes the run known, then its folder, and watches over it from now on. */
  static RunContext open(Workshop shop, Claim claim, RunPurpose purpose) {
    Run begun = claim.begun();
    Run run =
        begun == null
            ? shop.jobs().begin(claim, shop.worker(), purpose, shop.folders().seat())
            : begun;
    RunContext bench = new RunContext(shop, claim, run, Path.of(run.folder()));
    bench.guard.watching();
    bench.notes.start(run.id().toString());
    return bench;
  }

  /** Whether the page is one in which the account's owner works: no pictures are taken of it. */
  void ownersPage(boolean owners) {
    ownersPage = owners;
  }

  RunSupervisor guard() {
    return guard;
  }

  JobOrder order() {
    return claim.job().order();
  }

  /**
   * When the job's listing can have been made at the earliest: at its first intent. Null for a
   * later attempt: what an earlier one clicked may have come to be at any time.
   */
  @Nullable Instant madeSince() {
    return order().attempt() > 1
        ? null
        : claim.runs().stream()
            .map(Run::intentAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
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
        shop.browsers()
            .start(
                folder,
                order().fbAccountId().toString(),
                run.id().getLeastSignificantBits(),
                this::started);
    if (guard.stopped() != null) {
      // Stopped while it was starting: there was nothing to kill yet.
      started.close();
      guard.check();
    }
    browser.set(started);
    return started;
  }

  private void started(long group) {
    guard.check();
    notes.add(Notes.NONE.withGroup(group));
  }

  private void intend() {
    notes.takenBy(told ->
        shop.jobs().intend(claim.lease(), claim.job(), run, shop.rules().leaseDuration(), told));
  }

  private void killBrowser() {
    shop.browsers().kill(folder);
  }

  /** Tells people of a step, unless the job has none that they follow. */
  void step(Step step) {
    guard.check();
    notes.add(reached(step));
  }

  private Notes reached(Step step) {
    return order() instanceof ListingJob job
        ? Notes.NONE.with(new Notes.Reached(Progress.of(job.kind(), step), millis()))
        : Notes.NONE;
  }

  private long millis() {
    return (System.nanoTime() - began) / 1_000_000;
  }

  void clicked() {
    notes.add(Notes.NONE.withClick().and(reached(Step.CONFIRM)));
  }

  /** What a page looked like that was too slow; bounded, since it may be the browser that hangs. */
  private void lastPicture() {
    SiteBrowser current = browser.get();
    // What an owner sees and types is nobody else's.
    if (current == null || ownersPage) {
      return;
    }
    Thread camera = Thread.ofVirtual().start(() -> keepIfPossible(current, Evidence.Kind.FAILURE));
    try {
      camera.join(LAST_PICTURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells of labels of the form that were gone, those that were not told of so far. */
  void healed(SiteBrowser browser) {
    Heals seen = browser.heals();
    for (Heal heal : seen.all().subList(healsTold, seen.all().size())) {
      notes.add(Notes.NONE.with(new Notes.Healed(heal, seen.language(), seen.mapVersion())));
      shop.meters().counter("lotview.form.heals", "field", heal.field()).increment();
      LOG.info("Job {}: {}", claim.job().id(), heal);
    }
    healsTold = seen.all().size();
  }

  /** Keeps a picture of the whole form. */
  void keepForm(SiteBrowser browser) {
    keep(Evidence.Kind.FORM, browser.formPicture());
  }

  private void keep(Evidence.Kind kind, byte[] png) {
    notes.add(Notes.NONE.with(shop.evidence().keep(order(), kind, png)));
  }

  /** Keeps a picture of the page if that can be done; the run's end does not hang on it. */
  void keepIfPossible(SiteBrowser browser, Evidence.Kind kind) {
    keepIfPossible(kind, browser::picture);
  }

  /** The same with the whole form, if the page is one. */
  void keepFormIfPossible(SiteBrowser browser, Evidence.Kind kind) {
    keepIfPossible(kind, browser::formPicture);
  }

  private void keepIfPossible(Evidence.Kind kind, Supplier<byte[]> picture) {
    if (ownersPage) {
      return;
    }
    try {
      keep(kind, picture.get());
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
    notes.takenBy(told -> shop.jobs().finish(claim.lease(), claim.job(), run, result, told));
    LOG.info("Job {} ends {} after {} ms", claim.job().id(), result.outcome(), millis());
  }

  void end(RunEnd end, String remark) {
    notes.takenBy(told -> shop.jobs().end(claim.lease(), claim.job(), run, end, remark, told));
    LOG.info("Run {} of job {} ends {}: {}", run.number(), claim.job().id(), end, remark);
  }

  /** Throws {@link LeaseLost} if that is why the run was stopped. */
  void throwIfLeaseLost() {
    if (guard.stopped() == RunSupervisor.Stop.LEASE_LOST) {
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
      notes.close();
      guard.close();
    }
  }
}
