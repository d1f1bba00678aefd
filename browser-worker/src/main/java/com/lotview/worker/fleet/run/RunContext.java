package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.job.Progress;
import com.lotview.worker.fleet.lease.Claim;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.AccountSessions.AccountSession;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.recovery.Recovery;
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
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: its folder, supervisor, browser and notes. */
final class RunContext implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);

  private static final Duration LAST_PICTURE_TIMEOUT = Duration.ofSeconds(3);

  private final RunContexts parts;
  private final Claim claim;
  private final Run run;
  private final Path folder;
  private final RunSupervisor supervisor;
  private final RunNotes notes;
  private final long began = System.nanoTime();
  private final AtomicReference<@Nullable SiteBrowser> browser = new AtomicReference<>();
  private volatile boolean ownersPage;
  private int healsTold;
  private volatile String language = "";

  private RunContext(RunContexts parts, Claim claim, Run run) {
    this.parts = parts;
    this.claim = claim;
    this.run = run;
    this.folder = Path.of(run.folder());
    this.supervisor =
        new RunSupervisor(
            parts.jobs(),
            claim.lease(),
            run,
            parts.rules(),
            claim.job().order().deadline(),
            this::lastAnswer,
            this::intend,
            this::lastPicture,
            this::killBrowser);
    this.notes =
        new RunNotes(
            told -> parts.jobs().note(claim.lease(), claim.job(), run, told),
            supervisor::leaseLost);
  }

  /** Supervises the run and writes its notes from now on. */
  static RunContext start(RunContexts parts, Claim claim, Run run) {
    RunContext context = new RunContext(parts, claim, run);
    context.supervisor.watching();
    context.notes.start(run.id().toString());
    return context;
  }

  /** Sets whether the account's owner works in the page: then no pictures are taken. */
  void ownersPage(boolean owners) {
    ownersPage = owners;
  }

  RunSupervisor supervisor() {
    return supervisor;
  }

  JobOrder order() {
    return claim.job().order();
  }

  /**
   * The earliest time at which the job's listing can exist: its first intent. Null for a later
   * attempt, because an earlier attempt may have published, and if the database has gone back.
   */
  @Nullable Instant madeSince() {
    return order().attempt() > 1 || claim.rewind() != null
        ? null
        : claim.runs().stream()
            .map(Run::intentAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  /** When the browser of the click was dead that this run verifies. */
  @Nullable Instant openClick() {
    return Recovery.openClick(claim.runs(), parts.unseen(claim));
  }

  /** Creates a folder inside the run's folder. */
  Path folder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SiteBrowser startBrowser() {
    supervisor.check();
    SiteBrowser started =
        parts
            .meters()
            .start(() ->
                parts
                    .browsers()
                    .start(
                        folder,
                        order().fbAccountId().toString(),
                        run.id().getLeastSignificantBits(),
                        this::started));
    if (supervisor.stopped() != null) {
      // The run was stopped before there was a browser to kill.
      started.close();
      supervisor.check();
    }
    browser.set(started);
    return started;
  }

  private void started(long group) {
    supervisor.check();
    notes.add(Notes.NONE.withGroup(group));
  }

  // How long an owner has for signing in does not depend on the site.
  private OptionalLong lastAnswer() {
    SiteBrowser current = browser.get();
    return current == null || order().kind() == JobKind.SIGN_IN
        ? OptionalLong.empty()
        : current.lastAnswer();
  }

  private void intend() {
    notes.takenBy(told ->
        parts.jobs().intend(claim.lease(), claim.job(), run, parts.rules().leaseDuration(), told));
  }

  private void killBrowser() {
    parts.browsers().kill(folder);
  }

  /** Reports a step, if this kind of job has steps. */
  void step(Step step) {
    supervisor.check();
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

  /** Takes a picture at the deadline; with a time limit, because the browser may hang. */
  private void lastPicture() {
    SiteBrowser current = browser.get();
    // The owner's page is private.
    if (current == null || ownersPage) {
      return;
    }
    Thread camera = Thread.ofVirtual().start(() -> keepIfPossible(current, Evidence.Kind.FAILURE));
    try {
      camera.join(LAST_PICTURE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reports healed labels that were not reported yet. */
  void healed(SiteBrowser browser) {
    Heals seen = browser.form().heals();
    language = seen.language();
    for (Heal heal : seen.all().subList(healsTold, seen.all().size())) {
      notes.add(Notes.NONE.with(new Notes.Healed(heal, seen.language(), seen.mapVersion())));
      parts.meters().healed(heal.field(), seen.language());
      LOG.info("Job {}: {}", claim.job().id(), heal);
    }
    healsTold = seen.all().size();
  }

  /** Stores a picture of the whole form. */
  void keepForm(SiteBrowser browser) {
    parts.meters().filled(browser.form().heals());
    keep(Evidence.Kind.FORM, browser.form().picture());
  }

  private void keep(Evidence.Kind kind, byte[] png) {
    notes.add(Notes.NONE.with(parts.evidence().keep(order(), kind, png)));
  }

  /** Stores a picture of the page if possible; a failure does not affect the run. */
  void keepIfPossible(SiteBrowser browser, Evidence.Kind kind) {
    keepIfPossible(kind, browser::picture);
  }

  /** The same with the whole form. */
  void keepFormIfPossible(SiteBrowser browser, Evidence.Kind kind) {
    keepIfPossible(kind, browser.form()::picture);
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

  /**
   * Saves the session as the browser has it now. An error here is only logged: the result is
   * written already, and the worst that follows is another sign-in.
   */
  void saveSession(AccountSessions sessions, AccountSession opened, SiteBrowser browser) {
    try {
      sessions.save(order(), opened, browser.cookies());
    } catch (RuntimeException e) {
      LOG.warn("The session of job {} was not saved: {}", claim.job().id(), e.toString());
    }
  }

  void finish(JobResult result) {
    notes.takenBy(told -> parts.jobs().finish(claim.lease(), claim.job(), run, result, told));
    parts.meter(order(), result, language);
    measure(RunEnd.FINISHED);
    LOG.info("Job {} ends {} after {} ms", claim.job().id(), result.outcome(), millis());
  }

  void end(RunEnd end, String remark) {
    notes.takenBy(told -> parts.jobs().end(claim.lease(), claim.job(), run, end, remark, told));
    measure(end);
    LOG.info("Run {} of job {} ends {}: {}", run.number(), claim.job().id(), end, remark);
  }

  private void measure(RunEnd end) {
    parts.meters().ended(run.purpose(), end, Duration.ofMillis(millis()));
  }

  /** Throws {@link LeaseLost} if the run was stopped for that reason. */
  void throwIfLeaseLost() {
    if (supervisor.stopped() == RunSupervisor.Stop.LEASE_LOST) {
      throw new LeaseLost(claim.lease());
    }
  }

  /** Removes all processes and files of the run. */
  @Override
  public void close() {
    try {
      killBrowser();
      JobFolders.delete(folder);
    } catch (RuntimeException e) {
      LOG.error("Folder {} could not be cleared", folder, e);
    } finally {
      notes.close();
      supervisor.close();
    }
  }
}
