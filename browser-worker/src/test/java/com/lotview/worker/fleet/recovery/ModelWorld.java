package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.lease.RunEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of the model: a job, its lease and runs as the database has them, two workers with
 * their browsers, and the site. Times are ages in ticks; all gaps at least as long as the longest
 * wait count as equal, so that the number of states is finite.
 */
final class ModelWorld {
  /**
   * In ticks. A lease is trusted for less time than it lasts; delays are shorter than the waits for
   * them.
   */
  static final int LEASE = 2;

  static final int TRUST = 1;
  static final int PAGE_LIFE = 2;
  static final int QUIET = 2;
  static final int GAP = 1;
  static final int LONG = 2;

  /** How far a worker is. */
  enum Stage {
    DOWN,
    IDLE,
    DECIDED,
    BEGAN,
    INTENDED,
    PERMITTED,
    CLICKED,
    LOOKING
  }

  /** The state of the request in the page of a worker's browser. */
  enum Answer {
    NONE,
    CREATED,
    REFUSED
  }

  /** A worker process with the browser of its run. */
  static final class Worker {
    Stage stage = Stage.IDLE;
    boolean paused;

    /** Whether its fence is the account's. */
    boolean fence;

    int trust;
    char decision = ' ';
    boolean browser;

    /** Ticks in which the page must send its request; -1: it has none to send. */
    int unsent = -1;

    Answer answer = Answer.NONE;

    void set(Worker other) {
      stage = other.stage;
      paused = other.paused;
      fence = other.fence;
      trust = other.trust;
      decision = other.decision;
      browser = other.browser;
      unsent = other.unsent;
      answer = other.answer;
    }

    /** All of it in one number. */
    long packed() {
      long flags = (paused ? 1 : 0) | (fence ? 2 : 0) | (browser ? 4 : 0);
      long progress = stage.ordinal() << 8 | answer.ordinal();
      return ((progress << 8 | flags) << 8 | decision) << 16 | trust << 8 | (unsent + 1);
    }

    void killBrowser() {
      browser = false;
      unsent = -1;
      answer = Answer.NONE;
    }
  }

  /** A run that still matters to what is decided next. */
  static final class Ran {
    boolean look;
    int worker;
    boolean intent;
    @Nullable RunEnd end;
    int started;
    int ended;

    /** Ticks until its lease lapses; negative: since. */
    int lease;

    Ran(boolean look, int worker) {
      this.look = look;
      this.worker = worker;
      this.lease = LEASE;
    }

    void set(Ran other) {
      look = other.look;
      worker = other.worker;
      intent = other.intent;
      end = other.end;
      started = other.started;
      ended = other.ended;
      lease = other.lease;
    }

    /** All of it in one number, with the workers named from the first one on. */
    long packed(int first) {
      long flags = (look ? 1 : 0) | (intent ? 2 : 0) | (worker ^ first) << 2;
      long ending = end == null ? 0 : end.ordinal() + 1;
      long times = started << 16 | ended << 8 | (lease + PAGE_LIFE);
      return (flags << 8 | ending) << 24 | times;
    }

    void end(RunEnd how) {
      if (end == null) {
        end = how;
        ended = 0;
        lease = 0;
      }
    }

    void age() {
      started++;
      ended = end == null ? 0 : ended + 1;
      lease = end == null ? Math.max(-PAGE_LIFE, lease - 1) : 0;
    }
  }

  @Nullable Outcome outcome;
  int due;
  int holder = -1;
  int leaseLeft;

  /** Runs that acted before the last one. */
  int earlierActs;

  /** Whether the last click was handed to the next attempt, which is a job of its own. */
  enum Handed {
    NOT_YET,
    /** The first of the runs is the earlier attempt's. */
    OPEN,
    /** The next attempt has proved that it did nothing, and acted. */
    SETTLED
  }

  Handed handed = Handed.NOT_YET;

  /** The last run that acted, and the looks after it. */
  final List<Ran> runs = new ArrayList<>(4);

  final Worker[] workers = {new Worker(), new Worker()};
  int listings;

  /** Ticks in which the site must have worked on the request that it got; -1: none. */
  int arriving = -1;

  /** For how long the site does not show what it has. */
  int blind;

  boolean wasBlind;

  /** Permanently: the page shows the listing, or its remains, so that it cannot be read. */
  boolean hidden;

  /** What a replica of the database has that gets no news any more; null if there is none. */
  @Nullable Replica replica;

  /** Whether a replica has taken the database's place. */
  boolean wentBack;

  /** Whether the job may have clicked in what the database has forgotten. */
  boolean doubt;

  /** How many of the runs are from before the database went back. */
  int runsBefore;

  /** Ticks since no browser from before can act any more; negative: until then. */
  int sinceDead;

  /** The job as a replica has it. Worlds share it; it does not change. */
  static final class Replica {
    final List<Ran> runs = new ArrayList<>(4);
    int earlierActs;
    int holder;
    int leaseLeft;

    /** The workers whose fence is also the replica's. */
    final boolean[] fence = new boolean[2];

    static Replica of(ModelWorld world, boolean sameHost) {
      Replica replica = new Replica();
      world.runs.forEach(run -> replica.runs.add(copyOf(run)));
      replica.earlierActs = world.earlierActs;
      replica.holder = world.holder;
      replica.leaseLeft = world.leaseLeft;
      for (int i = 0; i < 2; i++) {
        replica.fence[i] = world.workers[i].fence;
      }
      return replica.simplified(sameHost);
    }

    /** A tick later. */
    Replica aged(boolean sameHost) {
      Replica older = copy();
      older.runs.forEach(Ran::age);
      older.leaseLeft = Math.max(0, leaseLeft - 1);
      return older.simplified(sameHost);
    }

    /** After a claim that it does not know of. */
    Replica outrunBy(int claiming) {
      Replica outrun = copy();
      outrun.fence[claiming] = false;
      return outrun;
    }

    private Replica simplified(boolean sameHost) {
      forgetTimes(runs, 0, runs.isEmpty() ? 0 : runs.getFirst().ended);
      shortenGaps(runs);
      if (sameHost) {
        runs.forEach(run -> run.lease = 0);
      }
      return this;
    }

    private Replica copy() {
      Replica copy = new Replica();
      runs.forEach(run -> copy.runs.add(copyOf(run)));
      copy.earlierActs = earlierActs;
      copy.holder = holder;
      copy.leaseLeft = leaseLeft;
      copy.fence[0] = fence[0];
      copy.fence[1] = fence[1];
      return copy;
    }

    long mixed(long before, int first) {
      long who = holder < 0 ? 2 : holder ^ first;
      long fences = (fence[first] ? 1 : 0) | (fence[1 - first] ? 2 : 0) | 4;
      long key =
          ModelWorld.mixed(
              before, ModelWorld.packed(ModelWorld.packed(who << 8 | fences, leaseLeft), 0));
      key = ModelWorld.mixed(key, earlierActs);
      for (Ran run : runs) {
        key = ModelWorld.mixed(key, run.packed(first));
      }
      return key;
    }

    private static Ran copyOf(Ran run) {
      Ran copy = new Ran(run.look, run.worker);
      copy.set(run);
      return copy;
    }
  }

  /**
   * The replica takes the database's place: the newer fences and runs are forgotten.
   *
   * @param wait ticks until no browser from before can act any more, by what the fleet assumes
   */
  void goBack(Replica to, int wait) {
    outcome = null;
    handed = Handed.NOT_YET;
    due = 0;
    holder = to.holder;
    leaseLeft = to.leaseLeft;
    earlierActs = to.earlierActs;
    runs.clear();
    to.runs.forEach(run -> runs.add(Replica.copyOf(run)));
    for (int i = 0; i < 2; i++) {
      workers[i].fence &= to.fence[i];
    }
    hidden = false;
    replica = null;
    wentBack = true;
    doubt = true;
    runsBefore = runs.size();
    sinceDead = -wait;
  }

  ModelWorld copy() {
    ModelWorld copy = new ModelWorld();
    copy.set(this);
    return copy;
  }

  /** Copies the state of another world, without allocations if possible. */
  void set(ModelWorld other) {
    outcome = other.outcome;
    handed = other.handed;
    due = other.due;
    holder = other.holder;
    leaseLeft = other.leaseLeft;
    earlierActs = other.earlierActs;
    while (runs.size() > other.runs.size()) {
      runs.removeLast();
    }
    while (runs.size() < other.runs.size()) {
      runs.add(new Ran(false, 0));
    }
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).set(other.runs.get(i));
    }
    workers[0].set(other.workers[0]);
    workers[1].set(other.workers[1]);
    listings = other.listings;
    arriving = other.arriving;
    blind = other.blind;
    wasBlind = other.wasBlind;
    hidden = other.hidden;
    replica = other.replica;
    wentBack = other.wentBack;
    doubt = other.doubt;
    runsBefore = other.runsBefore;
    sinceDead = other.sinceDead;
  }

  /**
   * Stands for the state: 64 bits, the same for states that differ only in which worker is which.
   * That two of a few million states are taken for one is less likely than one in a million.
   */
  long key() {
    return Math.min(key(0), key(1));
  }

  private long key(int first) {
    long flags = (wasBlind ? 1 : 0) | (hidden ? 2 : 0) | handed.ordinal() << 2;
    int who = holder < 0 ? 2 : holder ^ first;
    long site = packed(packed(packed(listings, arriving), blind), flags);
    long job =
        packed(packed(packed(outcome == null ? -1 : outcome.ordinal(), due), who), leaseLeft);
    long key = mixed(mixed(site, job), earlierActs);
    key = mixed(key, workers[first].packed());
    key = mixed(key, workers[1 - first].packed());
    for (int i = 0; i < runs.size(); i++) {
      key = mixed(key, runs.get(i).packed(first));
    }
    if (wentBack) {
      key = mixed(key, doubt ? packed(runsBefore, sinceDead + LEASE + PAGE_LIFE) : 7);
    }
    if (replica != null) {
      key = replica.mixed(key, first);
    }
    return key;
  }

  /** Small numbers, from -1 on, in one. */
  private static long packed(long others, int value) {
    return others << 8 | (value + 1);
  }

  private static long packed(long others, long value) {
    return others << 8 | value;
  }

  /** The last step of SplitMix64, which is a bijection. */
  private static long mixed(long key, long value) {
    long mixed = key * 0x9e3779b97f4a7c15L + value;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  /**
   * Merges states that behave the same from now on.
   *
   * @param lateClicksCount whether a click without the fence can have an effect
   * @param sameHost whether the browser of a dead worker is killed instead of waited for
   */
  void simplify(boolean lateClicksCount, boolean sameHost) {
    for (Worker worker : workers) {
      if (worker.stage.compareTo(Stage.DECIDED) >= 0 && !worker.fence && worker.decision != 'B') {
        // A database that goes back takes the fence away while the worker still trusts its lease.
        boolean trusts =
            worker.trust > 0 && (worker.stage == Stage.INTENDED || worker.stage == Stage.PERMITTED);
        boolean mayClick = trusts || (lateClicksCount && worker.stage == Stage.PERMITTED);
        worker.stage = mayClick ? worker.stage : Stage.BEGAN;
        worker.decision = ' ';
        worker.trust = trusts ? worker.trust : 0;
      }
      if (worker.stage != Stage.CLICKED) {
        worker.answer = Answer.NONE;
      }
    }
    if (done()) {
      runs.clear();
      handed = Handed.NOT_YET;
      earlierActs = 0;
      due = 0;
      holder = -1;
      leaseLeft = 0;
      blind = 0;
      wasBlind = true;
      hidden = true;
      doubt = false;
    }
    if (!doubt) {
      runsBefore = 0;
      sinceDead = 0;
    }
    forgetTimes();
    shortenGaps();
    if (sameHost) {
      runs.forEach(run -> run.lease = 0);
    }
  }

  private void forgetTimes() {
    int click = runs.isEmpty() ? 0 : runs.getFirst().ended;
    boolean own = runsBefore > 0 && !runs.getFirst().look && runs.getFirst().end != null;
    int from = doubt ? runsBefore : 0;
    forgetTimes(runs, from, !doubt ? click : own ? Math.min(click, sinceDead) : sinceDead);
  }

  /**
   * For ended runs, only the times matter from which something is measured.
   *
   * @param click the age of the click whose effect the looks from the given one on verify
   */
  private static void forgetTimes(List<Ran> runs, int from, int click) {
    Ran first = null;
    for (int i = 0; i < runs.size(); i++) {
      Ran run = runs.get(i);
      if (!run.look) {
        run.started = run.ended;
      }
      if (run.end == null) {
        continue;
      }
      run.worker = 0;
      if (i < from) {
        continue;
      }
      if (run.look && run.end != RunEnd.ABSENT) {
        run.started = run.end == RunEnd.UNREADABLE && run == runs.getLast() ? run.ended : 0;
        run.ended = run.started;
      } else if (run.look && click - run.started < QUIET) {
        run.started = click;
        run.ended = click;
      } else if (run.look && first == null) {
        first = run;
        run.started = click - QUIET;
      } else if (run.look) {
        run.started = Math.max(run.started, first.ended - GAP);
        run.ended = run.started;
      }
    }
  }

  private void shortenGaps() {
    if (!doubt) {
      shortenGaps(runs);
      return;
    }
    // The time from which the browsers of before are dead is one more of them.
    Ran dead = new Ran(true, 0);
    dead.started = Math.max(0, sinceDead);
    dead.ended = dead.started;
    runs.add(dead);
    shortenGaps(runs);
    runs.removeLast();
    sinceDead = sinceDead > 0 ? dead.started : sinceDead;
  }

  private static void shortenGaps(List<Ran> runs) {
    int oldest = 0;
    for (int i = 0; i < runs.size(); i++) {
      oldest = Math.max(oldest, Math.max(runs.get(i).started, runs.get(i).ended));
    }
    if (oldest <= LONG) {
      return;
    }
    int[] ages = new int[runs.size() * 2];
    for (int i = 0; i < runs.size(); i++) {
      ages[i * 2] = runs.get(i).started;
      ages[i * 2 + 1] = runs.get(i).ended;
    }
    Arrays.sort(ages);
    for (Ran run : runs) {
      run.started = shorter(ages, run.started);
      run.ended = shorter(ages, run.ended);
    }
  }

  /** The age if no gap between two neighbours of those ages is longer than the longest wait. */
  private static int shorter(int[] ages, int age) {
    int before = 0;
    int at = 0;
    for (int i = 0; i < ages.length && ages[i] <= age; i++) {
      at += Math.min(LONG, ages[i] - before);
      before = ages[i];
    }
    return at;
  }

  boolean done() {
    return outcome != null;
  }

  /** The first run that has not ended; null if all have. */
  @Nullable Ran openRun() {
    for (Ran run : runs) {
      if (run.end == null) {
        return run;
      }
    }
    return null;
  }

  /** The worker's own open run; null if another worker has ended it. */
  @Nullable Ran openRunOf(int worker) {
    for (int i = runs.size() - 1; i >= 0; i--) {
      Ran run = runs.get(i);
      if (run.end == null && run.worker == worker) {
        return run;
      }
    }
    return null;
  }

  /** Whether a click's effect is a listing, or can still become one. */
  boolean clickLives() {
    return listings > 0 || arriving >= 0 || workers[0].unsent >= 0 || workers[1].unsent >= 0;
  }

  /** Whether time can go on: nothing that must have happened by now is outstanding. */
  boolean canTick() {
    return arriving != 0 && workers[0].unsent != 0 && workers[1].unsent != 0;
  }
}
