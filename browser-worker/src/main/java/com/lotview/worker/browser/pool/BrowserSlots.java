package com.lotview.worker.browser.pool;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The states of a pool's browsers, their transitions, and the admission of another one. A browser
 * serves one job and retires with it, so that accounts share no process; an old one retires too.
 * Knows no process and no thread; thread-safe.
 *
 * <pre>
 * WAITING ──▶ STARTING ──▶ BUSY ──▶ RETIRING ──▶ DEAD
 *    │            └───────────┴───────────────────▶ DEAD   (did not start, was lost)
 *    └────────────────────────────────────────────▶ DEAD   (waited too long)
 * </pre>
 */
final class BrowserSlots {

  /** The state of a browser. */
  enum State {
    /** Requested; there is no room yet. */
    WAITING,
    STARTING,
    /** Serves its job. */
    BUSY,
    /** Its job is over or it is too old; its processes and folders are being removed. */
    RETIRING,
    /** All of it is removed. */
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

  /** One browser. */
  static final class Life {
    private State state = State.WAITING;
    private long since;
  }

  /** A browser takes its memory shortly after its start: until then the memory is reserved. */
  private static final Duration GROWTH_TIME = Duration.ofSeconds(8);

  private final PoolRules rules;
  private final LongSupplier nanos;
  private final Set<Life> lives = new LinkedHashSet<>();

  BrowserSlots(PoolRules rules, LongSupplier nanos) {
    this.rules = rules;
    this.nanos = nanos;
  }

  /** Requests a browser. */
  synchronized Life ask() {
    Life life = new Life();
    life.since = nanos.getAsLong();
    lives.add(life);
    return life;
  }

  /**
   * Starts a browser if it is the first in the queue, few enough are starting, and there is memory
   * besides the reservations of recent starts.
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

  /** Whether there is memory for one more besides the running and requested ones. */
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
   * Changes the state.
   *
   * @throws IllegalStateException if there is no such transition
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

  /** Changes to {@code RETIRING} if it is busy; false if another thread did so first. */
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

  /** Number of browsers in each state, without dead ones. */
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
