package com.lotview.worker.browser.pool;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The lives of a pool's browsers: which states there are, who may go where, and when one more may
 * begin. A browser serves one job and is retired with it, so that nothing of one account is ever in
 * a process of another; one that has become too old is retired too. Knows no process and no thread;
 * thread-safe.
 *
 * <pre>
 * WAITING ──▶ STARTING ──▶ BUSY ──▶ RETIRING ──▶ DEAD
 *    │            └───────────┴───────────────────▶ DEAD   (did not start, was lost)
 *    └────────────────────────────────────────────▶ DEAD   (waited too long)
 * </pre>
 */
final class BrowserSlots {

  /** Where a browser is in its life. */
  enum State {
    /** Asked for; there is no room yet. */
    WAITING,
    STARTING,
    /** Serves its job. */
    BUSY,
    /** Its job is over, or it is too old; its processes and folders are being removed. */
    RETIRING,
    /** Nothing of it is left. */
    DEAD;

    private Set<State> next() {
      return switch (this) {
        case WAITING -> EnumSet.of(STARTING, DEAD);
        case STARTING -> EnumSet.of(BUSY, DEAD);
        case BUSY -> EnumSet.of(RETIRING, DEAD);
        case RETIRING -> EnumSet.of(DEAD);
        case DEAD -> EnumSet.noneOf(State.class);
      };
    }
  }

  /** One browser's life. */
  static final class Life {
    private State state = State.WAITING;
    private long since;
  }

  /**
   * A browser takes its memory in the first moments after its start: until then it is owed to it.
   */
  private static final Duration GROWTH_TIME = Duration.ofSeconds(8);

  private final PoolRules rules;
  private final LongSupplier nanos;
  private final Set<Life> lives = new LinkedHashSet<>();

  BrowserSlots(PoolRules rules, LongSupplier nanos) {
    this.rules = rules;
    this.nanos = nanos;
  }

  /** Somebody wants a browser. */
  synchronized Life ask() {
    Life life = new Life();
    life.since = nanos.getAsLong();
    lives.add(life);
    return life;
  }

  /**
   * Lets one start if it is the first of those that wait, few enough are starting, and there is
   * memory for it beside what those that started lately will still take.
   *
   * @return whether it is {@code STARTING} now
   */
  synchronized boolean admit(Life life, long freeBytes) {
    boolean first =
        lives.stream().filter(other -> other.state == State.WAITING).findFirst().orElse(life)
            == life;
    if (!first || !room(freeBytes) || count(State.STARTING) >= rules.starting()) {
      return false;
    }
    move(life, State.STARTING);
    return true;
  }

  /** Whether there is memory for one more beside those that are there or were asked for. */
  synchronized boolean hasRoom(long freeBytes) {
    return room(freeBytes - count(State.WAITING) * rules.reserveBytes());
  }

  private boolean room(long freeBytes) {
    long owed = lives.stream().filter(this::grows).count() * rules.reserveBytes();
    return freeBytes - owed >= rules.reserveBytes();
  }

  private boolean grows(Life life) {
    return life.state == State.STARTING
        || (life.state == State.BUSY && nanos.getAsLong() - life.since < GROWTH_TIME.toNanos());
  }

  /**
   * Goes on to another state.
   *
   * @throws IllegalStateException if there is no way from where it is
   */
  synchronized void move(Life life, State to) {
    if (!life.state.next().contains(to)) {
      throw new IllegalStateException("a browser cannot go from " + life.state + " to " + to);
    }
    life.state = to;
    life.since = nanos.getAsLong();
    if (to == State.DEAD) {
      lives.remove(life);
    }
  }

  /** Goes to {@code RETIRING} if it is at work; false if somebody was quicker. */
  synchronized boolean retire(Life life) {
    if (life.state != State.BUSY) {
      return false;
    }
    move(life, State.RETIRING);
    return true;
  }

  synchronized State of(Life life) {
    return life.state;
  }

  /** How many are in each state; the dead are forgotten. */
  synchronized Map<State, Integer> counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      if (state != State.DEAD) {
        counts.put(state, (int) count(state));
      }
    }
    return counts;
  }

  private long count(State state) {
    return lives.stream().filter(life -> life.state == state).count();
  }
}
