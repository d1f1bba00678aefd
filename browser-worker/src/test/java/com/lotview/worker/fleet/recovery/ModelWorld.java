package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.fleet.lease.RunEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One state of the model: a job, its lease and runs as the database has them, two workers with
 * their browsers, and the site. Times are ages in ticks; a gap between two of them that is as long
 * as the longest wait is not told from a longer one, so that there are finitely many states.
 */
final class ModelWorld {
  /** Ticks. A lease is trusted for less than it lasts; what is late is late by less than waited. */
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

  /** What the page of a worker's browser knows of its request. */
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

    Worker copy() {
      Worker w = new Worker();
      w.stage = stage;
      w.paused = paused;
      w.fence = fence;
      w.trust = trust;
      w.decision = decision;
      w.browser = browser;
      w.unsent = unsent;
      w.answer = answer;
      return w;
    }

    void append(StringBuilder key) {
      key.append((char) ('A' + stage.ordinal()))
          .append(paused ? 'p' : '-')
          .append(fence ? 'f' : '-');
      key.append(trust)
          .append(decision)
          .append(browser ? 'b' : '-')
          .append((char) ('a' + unsent + 1));
      key.append(answer.ordinal());
    }

    void killBrowser() {
      browser = false;
      unsent = -1;
      answer = Answer.NONE;
    }
  }

  /** A run that still matters to what is decided next. */
  static final class Ran {
    final boolean look;
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

    Ran copy() {
      Ran r = new Ran(look, worker);
      r.intent = intent;
      r.end = end;
      r.started = started;
      r.ended = ended;
      r.lease = lease;
      return r;
    }

    void append(StringBuilder key, int first) {
      key.append(look ? 'L' : 'A').append(worker ^ first).append(intent ? 'i' : '-');
      key.append(end == null ? '?' : (char) ('a' + end.ordinal()));
      key.append(started).append(',').append(ended).append((char) ('m' + lease));
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

  /** The last run that acted, and the looks after it. */
  List<Ran> runs = new ArrayList<>();

  final Worker[] workers = {new Worker(), new Worker()};
  int listings;

  /** Ticks in which the site must have worked on the request that it got; -1: none. */
  int arriving = -1;

  /** For how long the site does not show what it has. */
  int blind;

  boolean wasBlind;

  /** For good: the page shows the listing, or what is left of it, so that it cannot be read. */
  boolean hidden;

  ModelWorld copy() {
    ModelWorld w = new ModelWorld();
    w.outcome = outcome;
    w.due = due;
    w.holder = holder;
    w.leaseLeft = leaseLeft;
    w.earlierActs = earlierActs;
    runs.forEach(run -> w.runs.add(run.copy()));
    w.workers[0] = workers[0].copy();
    w.workers[1] = workers[1].copy();
    w.listings = listings;
    w.arriving = arriving;
    w.blind = blind;
    w.wasBlind = wasBlind;
    w.hidden = hidden;
    return w;
  }

  /** The same for states that differ only in which worker is which. */
  String key() {
    String one = key(0);
    String other = key(1);
    return one.compareTo(other) < 0 ? one : other;
  }

  private String key(int first) {
    StringBuilder key = new StringBuilder(64);
    key.append(outcome == null ? '-' : (char) ('a' + outcome.ordinal())).append(due);
    key.append(holder < 0 ? '-' : (char) ('0' + (holder ^ first)));
    key.append(leaseLeft).append(earlierActs);
    runs.forEach(run -> run.append(key.append('|'), first));
    workers[first].append(key.append('/'));
    workers[1 - first].append(key.append('/'));
    return key.append('!')
        .append(listings)
        .append(arriving + 1)
        .append(blind)
        .append(wasBlind)
        .append(hidden)
        .toString();
  }

  /**
   * Brings states together that nothing can tell apart from now on.
   *
   * @param lateClicksCount whether a click without the fence can have an effect
   * @param sameHost whether the browser of a dead worker is killed, and not waited out
   */
  void simplify(boolean lateClicksCount, boolean sameHost) {
    for (Worker worker : workers) {
      if (worker.stage.compareTo(Stage.DECIDED) >= 0 && !worker.fence && worker.decision != 'B') {
        boolean mayClick = lateClicksCount && worker.stage == Stage.PERMITTED;
        worker.stage = mayClick ? Stage.PERMITTED : Stage.BEGAN;
        worker.decision = ' ';
        worker.trust = 0;
      }
      if (worker.stage != Stage.CLICKED) {
        worker.answer = Answer.NONE;
      }
    }
    if (done()) {
      runs.clear();
      earlierActs = 0;
      due = 0;
      holder = -1;
      leaseLeft = 0;
      blind = 0;
      wasBlind = true;
      hidden = true;
    }
    forgetTimes();
    shortenGaps();
    if (sameHost) {
      runs.forEach(run -> run.lease = 0);
    }
  }

  /** Of what has ended, only the times count that something is measured from. */
  private void forgetTimes() {
    Ran first = null;
    int click = runs.isEmpty() ? 0 : runs.getFirst().ended;
    for (Ran run : runs) {
      if (!run.look) {
        run.started = run.ended;
      }
      if (run.end == null) {
        continue;
      }
      run.worker = 0;
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
    TreeSet<Integer> ages = new TreeSet<>();
    for (Ran run : runs) {
      ages.add(run.started);
      ages.add(run.ended);
    }
    Map<Integer, Integer> shorter = new HashMap<>();
    int before = 0;
    int at = 0;
    for (int age : ages) {
      at += Math.min(LONG, age - before);
      before = age;
      shorter.put(age, at);
    }
    for (Ran run : runs) {
      run.started = shorter.get(run.started);
      run.ended = shorter.get(run.ended);
    }
  }

  boolean done() {
    return outcome != null;
  }

  Ran act() {
    return runs.stream().filter(run -> !run.look).findFirst().orElseThrow();
  }

  /** The worker's own open run; null if it was ended by somebody else. */
  @Nullable Ran openRunOf(int worker) {
    return runs.stream()
        .filter(run -> run.end == null && run.worker == worker)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** Whether anything that a click started can still become, or is, a listing. */
  boolean clickLives() {
    return listings > 0 || arriving >= 0 || Arrays.stream(workers).anyMatch(w -> w.unsent >= 0);
  }

  /** Whether time can go on: nothing that must have happened by now is outstanding. */
  boolean canTick() {
    return arriving != 0 && Arrays.stream(workers).noneMatch(w -> w.unsent == 0);
  }
}
