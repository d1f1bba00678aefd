package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.fleet.recovery.ModelWorld.Answer;
import com.lotview.worker.fleet.recovery.ModelWorld.Handed;
import com.lotview.worker.fleet.recovery.ModelWorld.Ran;
import com.lotview.worker.fleet.recovery.ModelWorld.Stage;
import com.lotview.worker.fleet.recovery.ModelWorld.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that two workers, the machines below them, and the site may do in a state, each as a
 * step to another state. What to do with a claimed job is decided by the fleet's own rules.
 */
final class FleetModel {
  /** Decides about a claimed job; the fleet's own is {@link Recovery}. */
  interface Rules {
    NextMove next(
        JobKind kind,
        @Nullable UnseenClick unseen,
        List<Run> runs,
        String here,
        Instant now,
        RecoveryRules rules);
  }

  /** The result of a look at a page that hides a listing. */
  enum Looks {
    /** The look is inconclusive, as in the fleet. */
    TELL_WHAT_THEY_READ,
    /** The look wrongly finds no listing. */
    BELIEVE_WHAT_THEY_MISS
  }

  /**
   * Whether the database goes back to an earlier state, and what it needs to have for it.
   *
   * @param ticks that the fleet waits for browsers of before; negative if it never goes back
   */
  record Database(int ticks) {
    static final Database NEVER_GOES_BACK = new Database(-1);

    /** With the time for which a worker and its page may act that the database has forgotten. */
    static final Database GOES_BACK = new Database(ModelWorld.LEASE + ModelWorld.PAGE_LIFE);

    boolean goesBack() {
      return ticks >= 0;
    }
  }

  /** Receives the steps from a state. */
  interface Steps {
    /**
     * A step.
     *
     * @param worker which takes it; {@link #OTHERS} if none does
     * @param fault whether something broke or was held up
     * @param next where it leads; another state after this call
     */
    void step(int worker, String name, boolean fault, ModelWorld next);
  }

  /** The site and the time. */
  static final int OTHERS = -1;

  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final UUID ID = new UUID(0, 0);

  private final JobKind kind;
  private final Rules rules;
  private final RecoveryRules patience;
  private final boolean sameHost;
  private final boolean pageRefusesLateClicks;
  private final Looks looks;
  private final Database database;
  private final ModelWorld next = new ModelWorld();
  private Steps steps = (worker, name, fault, to) -> {};
  private ModelWorld from = new ModelWorld();

  FleetModel(
      JobKind kind,
      Rules rules,
      RecoveryRules patience,
      boolean sameHost,
      boolean pageRefusesLateClicks,
      Looks looks,
      Database database) {
    this.kind = kind;
    this.rules = rules;
    this.patience = patience;
    this.sameHost = sameHost;
    this.pageRefusesLateClicks = pageRefusesLateClicks;
    this.looks = looks;
    this.database = database;
  }

  /** The time limits of the model. */
  static RecoveryRules patience() {
    return new RecoveryRules(
        TICK.multipliedBy(ModelWorld.PAGE_LIFE),
        TICK.multipliedBy(ModelWorld.GAP),
        TICK.multipliedBy(ModelWorld.QUIET),
        TICK,
        1,
        3,
        2);
  }

  /** The violation in a state, as a sentence; empty if there is none. */
  String wrong(ModelWorld world) {
    if (kind == JobKind.POST && world.listings > 1) {
      return "two listings";
    }
    if (kind == JobKind.POST && world.outcome == Outcome.FAILED && world.clickLives()) {
      return "said to have failed, and is or may become live";
    }
    if (kind == JobKind.REMOVE && world.outcome == Outcome.POSTED && world.listings == 0) {
      return "said to be gone, and is there";
    }
    return "";
  }

  void from(ModelWorld world, Steps found) {
    from = world;
    steps = found;
    for (int i = 0; i < 2; i++) {
      Worker worker = world.workers[i];
      faults(i, worker);
      page(i, worker);
      if (!worker.paused) {
        work(i, worker);
      }
    }
    site();
    if (database.goesBack()) {
      goBack();
    }
    if (world.canTick()) {
      add("tick", false, this::tick);
    }
  }

  /** Once: a replica gets no news from any moment on, and takes the place at any later one. */
  private void goBack() {
    ModelWorld.Replica replica = from.replica;
    if (replica != null) {
      add("replica takes the database's place", true, w -> w.goBack(replica, database.ticks()));
    } else if (!from.wentBack && !from.done()) {
      add("replica falls behind", true, w -> w.replica = ModelWorld.Replica.of(w, sameHost));
    }
  }

  private void add(String name, boolean fault, Consumer<ModelWorld> change) {
    worker(OTHERS, name, fault, change);
  }

  private void worker(int i, String name, boolean fault, Consumer<ModelWorld> change) {
    next.set(from);
    change.accept(next);
    next.simplify(!pageRefusesLateClicks, sameHost);
    steps.step(i, name, fault, next);
  }

  private void faults(int i, Worker worker) {
    if (worker.stage == Stage.DOWN) {
      // A worker that starts clears up after what ran in its folder.
      worker(
          i,
          "starts",
          false,
          w -> {
            w.workers[i].stage = Stage.IDLE;
            w.workers[i].killBrowser();
          });
      if (sameHost && from.holder == i && from.leaseLeft > 0) {
        add("lease of the dead is void", false, w -> w.leaseLeft = 0);
      }
      return;
    }
    if (worker.browser) {
      worker(i, "dies, its browser lives", true, w -> die(w.workers[i]));
    }
    worker(
        i,
        "dies with its browser",
        true,
        w -> {
          die(w.workers[i]);
          w.workers[i].killBrowser();
        });
    if (worker.paused) {
      worker(i, "goes on", false, w -> w.workers[i].paused = false);
    } else if (worker.stage != Stage.IDLE && !database.goesBack()) {
      worker(i, "is paused", true, w -> w.workers[i].paused = true);
    }
    if (worker.browser) {
      worker(i, "loses its browser", true, w -> w.workers[i].killBrowser());
    }
  }

  private static void die(Worker worker) {
    worker.stage = Stage.DOWN;
    worker.paused = false;
    worker.fence = false;
    worker.trust = 0;
    worker.decision = ' ';
  }

  private void page(int i, Worker worker) {
    if (worker.unsent >= 0) {
      worker(
          i,
          "page sends",
          false,
          w -> {
            w.workers[i].unsent = -1;
            w.arriving = ModelWorld.QUIET - 1;
          });
      worker(
          i,
          "page sends and is refused",
          true,
          w -> {
            w.workers[i].unsent = -1;
            w.workers[i].answer = Answer.REFUSED;
          });
      worker(i, "page sends nothing", true, w -> w.workers[i].unsent = -1);
    }
  }

  private void site() {
    if (from.arriving >= 0) {
      add(
          "site stores, and answers",
          false,
          w -> {
            w.arriving = -1;
            w.listings++;
            for (Worker worker : w.workers) {
              if (worker.browser) {
                worker.answer = Answer.CREATED;
              }
            }
          });
      add(
          "site stores, the answer is lost",
          true,
          w -> {
            w.arriving = -1;
            w.listings++;
          });
      add("site drops it", true, w -> w.arriving = -1);
    }
    if (database.goesBack()) {
      // What the site hides has its own search.
      return;
    }
    if (!from.hidden && (kind == JobKind.REMOVE || (kind == JobKind.POST && from.listings > 0))) {
      add("site hides it in a page that cannot be read", true, w -> w.hidden = true);
    }
    if (kind == JobKind.POST && !from.wasBlind && from.listings > 0) {
      add(
          "site does not show what it has",
          true,
          w -> {
            w.blind = 1;
            w.wasBlind = true;
          });
    }
  }

  private void tick(ModelWorld w) {
    w.due = Math.max(0, w.due - 1);
    w.leaseLeft = Math.max(0, w.leaseLeft - 1);
    w.arriving = w.arriving < 0 ? -1 : w.arriving - 1;
    w.blind = Math.max(0, w.blind - 1);
    w.runs.forEach(Ran::age);
    w.sinceDead = w.doubt ? w.sinceDead + 1 : 0;
    w.replica = w.replica == null ? null : w.replica.aged(sameHost);
    for (int i = 0; i < 2; i++) {
      Worker worker = w.workers[i];
      worker.unsent = worker.unsent < 0 ? -1 : worker.unsent - 1;
      worker.trust = Math.max(0, worker.trust - 1);
      boolean busy = worker.stage.compareTo(Stage.DECIDED) >= 0;
      if (busy && !worker.paused && worker.trust == 0) {
        stop(w, i);
      }
    }
  }

  /** The guard ends a run whose lease is no longer trusted. */
  private static void stop(ModelWorld w, int i) {
    w.workers[i].killBrowser();
    leave(w, i);
  }

  private static void leave(ModelWorld w, int i) {
    Worker worker = w.workers[i];
    if (worker.fence) {
      w.leaseLeft = 0;
      w.holder = -1;
    }
    worker.stage = Stage.IDLE;
    worker.fence = false;
    worker.trust = 0;
    worker.decision = ' ';
  }

  private void work(int i, Worker worker) {
    switch (worker.stage) {
      case DOWN -> {}
      case IDLE -> claim(i);
      case DECIDED -> worker(i, deed(worker.decision), false, w -> decided(w, i));
      case BEGAN -> began(i);
      case INTENDED ->
          worker(
              i,
              "asks for a permit",
              false,
              w -> {
                if (w.workers[i].trust > 0) {
                  w.workers[i].stage = Stage.PERMITTED;
                } else {
                  stop(w, i);
                }
              });
      case PERMITTED -> worker(i, "clicks", false, w -> click(w, i));
      case CLICKED -> clicked(i, worker);
      case LOOKING -> look(i);
    }
    if (worker.stage.compareTo(Stage.DECIDED) >= 0) {
      renewOrStop(i, worker);
    }
  }

  private static String deed(char decision) {
    return switch (decision) {
      case 'A' -> "acts";
      case 'L' -> "looks";
      case 'B' -> "ends a dead worker's browser";
      case 'G' -> "gives a run up";
      case 'F' -> "fails the job";
      default -> "leaves the job to be reviewed";
    };
  }

  private void renewOrStop(int i, Worker worker) {
    if (worker.fence && from.leaseLeft > 0) {
      worker(i, "renews", false, w -> hold(w, i));
    }
    if (!worker.fence || worker.trust == 0) {
      worker(i, "sees that its lease is lost", false, w -> stop(w, i));
    }
  }

  private static void hold(ModelWorld w, int i) {
    w.leaseLeft = ModelWorld.LEASE;
    w.workers[i].trust = ModelWorld.TRUST;
    Ran mine = w.openRunOf(i);
    if (mine != null) {
      mine.lease = ModelWorld.LEASE;
    }
  }

  private void claim(int i) {
    if (from.done() || from.due > 0 || from.leaseLeft > 0) {
      return;
    }
    worker(
        i,
        "claims",
        false,
        w -> {
          w.holder = i;
          w.leaseLeft = ModelWorld.LEASE;
          w.workers[1 - i].fence = false;
          w.replica = w.replica == null ? null : w.replica.outrunBy(i);
          w.workers[i].fence = true;
          w.workers[i].trust = ModelWorld.TRUST;
          decide(w, i);
        });
  }

  private void decide(ModelWorld w, int i) {
    NextMove move = rules.next(kind, unseen(w), runs(w), host(i), NOW, patience);
    boolean unseen = w.handed == Handed.OPEN && w.runs.size() == 1;
    boolean forgotten = w.doubt && w.runs.isEmpty() && w.earlierActs == 0;
    if ((unseen || forgotten) && !(move instanceof NextMove.WaitUntil)) {
      // The claim of a job without runs begins its first one.
      Ran begun = new Ran(false, i);
      begun.lease = w.leaseLeft;
      w.runs.add(begun);
    }
    Worker worker = w.workers[i];
    worker.stage = Stage.DECIDED;
    switch (move) {
      case NextMove.Act act -> worker.decision = 'A';
      case NextMove.Look look -> worker.decision = 'L';
      case NextMove.Reap bury -> worker.decision = 'B';
      case NextMove.Abandon give -> worker.decision = 'G';
      case NextMove.Conclude end ->
          worker.decision = end.result().outcome() == Outcome.FAILED ? 'F' : 'R';
      case NextMove.WaitUntil wait -> {
        w.due = (int) Duration.between(NOW, wait.time()).dividedBy(TICK);
        leave(w, i);
      }
    }
  }

  private void decided(ModelWorld w, int i) {
    Worker worker = w.workers[i];
    Ran open = w.openRun();
    if (worker.decision == 'B' && open != null && open.worker != i) {
      w.workers[open.worker].killBrowser();
    }
    if (!worker.fence) {
      stop(w, i);
      return;
    }
    switch (worker.decision) {
      case 'A' -> begin(w, i, false);
      case 'L' -> {
        handBackBegun(w, i);
        begin(w, i, true);
      }
      case 'B', 'G' -> {
        if (open != null) {
          open.end(RunEnd.LOST);
        }
        decide(w, i);
      }
      case 'F' -> finish(w, i, Outcome.FAILED);
      default -> finish(w, i, Outcome.NEEDS_REVIEW);
    }
  }

  /** An act that the claim began gives way to a look. */
  private static void handBackBegun(ModelWorld w, int i) {
    Ran mine = w.openRunOf(i);
    if (mine != null && !mine.look) {
      w.runs.remove(mine);
    }
  }

  private static void begin(ModelWorld w, int i, boolean look) {
    if (!look) {
      handBackBegun(w, i);
      int acts = (int) w.runs.stream().filter(run -> !run.look).count();
      if (w.handed == Handed.OPEN) {
        w.handed = Handed.SETTLED;
        w.earlierActs = acts - 1;
      } else {
        w.earlierActs += acts;
      }
      w.doubt = false;
      w.runs.clear();
    }
    Ran run = new Ran(look, i);
    run.lease = w.leaseLeft;
    w.runs.add(run);
    w.workers[i].stage = look ? Stage.LOOKING : Stage.BEGAN;
    w.workers[i].decision = ' ';
    w.workers[i].browser = !look;
  }

  private static void finish(ModelWorld w, int i, Outcome outcome) {
    w.workers[i].killBrowser();
    if (w.workers[i].fence) {
      Ran mine = w.openRunOf(i);
      if (mine != null) {
        mine.end(RunEnd.FINISHED);
      }
      w.outcome = w.outcome == null ? outcome : w.outcome;
    }
    leave(w, i);
  }

  private static void end(ModelWorld w, int i, RunEnd end) {
    w.workers[i].killBrowser();
    Ran mine = w.openRunOf(i);
    if (w.workers[i].fence && mine != null) {
      mine.end(end);
    }
    leave(w, i);
  }

  private void began(int i) {
    worker(
        i,
        "intends",
        false,
        w -> {
          Ran mine = w.openRunOf(i);
          if (w.workers[i].fence && w.leaseLeft > 0 && mine != null) {
            mine.intent = true;
            hold(w, i);
            w.workers[i].stage = Stage.INTENDED;
          } else {
            stop(w, i);
          }
        });
    worker(i, "fails, or has no more time", true, w -> finish(w, i, Outcome.FAILED));
    worker(
        i,
        "hands back",
        true,
        w -> {
          Ran mine = w.openRunOf(i);
          w.workers[i].killBrowser();
          if (w.workers[i].fence && mine != null) {
            // Such a run has no influence.
            w.runsBefore -= w.runs.indexOf(mine) < w.runsBefore ? 1 : 0;
            w.runs.remove(mine);
            if (w.earlierActs > 0) {
              w.earlierActs--;
              w.runs.add(lostBeforeIntent(i));
            }
          }
          leave(w, i);
        });
  }

  private static Ran lostBeforeIntent(int i) {
    Ran run = new Ran(false, i);
    run.end(RunEnd.LOST);
    return run;
  }

  private void click(ModelWorld w, int i) {
    Worker worker = w.workers[i];
    boolean taken = worker.browser && (worker.trust > 0 || !pageRefusesLateClicks);
    if (!taken) {
      end(w, i, RunEnd.UNSETTLED);
      return;
    }
    if (kind == JobKind.POST && w.clickLives()) {
      throw new Broken("a click while an earlier one is unsettled");
    }
    if (w.done()) {
      throw new Broken("a click for a job that is done");
    }
    int lease = worker.fence ? Math.max(w.leaseLeft, worker.trust) : worker.trust;
    worker.unsent = lease + ModelWorld.PAGE_LIFE - 1;
    worker.stage = Stage.CLICKED;
  }

  private void clicked(int i, Worker worker) {
    if (worker.answer == Answer.CREATED) {
      worker(i, "reads the listing's id", false, w -> finish(w, i, Outcome.POSTED));
    }
    if (worker.answer == Answer.REFUSED) {
      worker(i, "reads the refusal", false, w -> finish(w, i, Outcome.FAILED));
    }
    worker(i, "cannot tell, or has no more time", false, w -> end(w, i, RunEnd.UNSETTLED));
  }

  private void look(int i) {
    if (from.hidden) {
      hiddenLook(i);
    } else if (from.listings > 0 && from.blind == 0) {
      worker(i, "finds it", false, w -> finish(w, i, Outcome.POSTED));
    } else {
      worker(i, "does not find it", false, w -> end(w, i, RunEnd.ABSENT));
    }
    if (kind == JobKind.POST && from.handed == Handed.NOT_YET && !database.goesBack()) {
      worker(i, "is stopped by the site, and the owner signs in", true, w -> handOver(w, i));
    }
    // A hidden page has no other result, so this need not count as a fault.
    worker(i, "cannot read", !from.hidden, w -> end(w, i, RunEnd.UNREADABLE));
  }

  /** The job ends with its click open, and the next attempt's job begins with it. */
  private static void handOver(ModelWorld w, int i) {
    w.workers[i].killBrowser();
    Ran mine = w.openRunOf(i);
    if (w.workers[i].fence && mine != null) {
      Ran click = w.runs.getFirst();
      w.runs.clear();
      w.runs.add(click);
      w.earlierActs = 0;
      w.handed = Handed.OPEN;
    }
    leave(w, i);
  }

  private void hiddenLook(int i) {
    if (looks == Looks.TELL_WHAT_THEY_READ) {
      return;
    }
    if (kind == JobKind.REMOVE) {
      worker(i, "believes that it is gone", true, w -> finish(w, i, Outcome.POSTED));
    } else {
      worker(i, "believes that there is none", true, w -> end(w, i, RunEnd.ABSENT));
    }
  }

  private String host(int worker) {
    return sameHost ? "host" : "host-" + worker;
  }

  /** What the job's runs do not show. */
  private static @Nullable UnseenClick unseen(ModelWorld w) {
    if (w.doubt) {
      return new UnseenClick(w.earlierActs + w.runsBefore, ago(w.sinceDead));
    }
    return w.handed == Handed.OPEN ? new UnseenClick(0, ago(w.runs.getFirst().ended)) : null;
  }

  private static Instant ago(int ticks) {
    return NOW.minus(TICK.multipliedBy(ticks));
  }

  /** The runs as the database would have them. */
  private List<Run> runs(ModelWorld w) {
    List<Run> all = new ArrayList<>();
    for (int i = 0; i < w.earlierActs; i++) {
      all.add(run(all.size(), lostBeforeIntent(0)));
    }
    w.runs.stream()
        .skip(w.handed == Handed.OPEN ? 1 : 0)
        .forEach(run -> all.add(run(all.size(), run)));
    return all;
  }

  private Run run(int index, Ran ran) {
    Instant started = NOW.minus(TICK.multipliedBy(ran.started));
    return new Run(
        ID,
        ran.look ? RunPurpose.LOOK : RunPurpose.of(kind),
        index + 1,
        index + 1,
        host(ran.worker),
        "/folder",
        null,
        started,
        NOW.plus(TICK.multipliedBy(ran.lease)),
        ran.intent ? started : null,
        null,
        ran.end,
        ran.end == null ? null : NOW.minus(TICK.multipliedBy(ran.ended)),
        null);
  }

  /** A property does not hold. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }
}
