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
  static final class Slot {
    private State state = State.WAITING;
    private long since;
  }

  /** A browser takes its memory shortly after its start: until then the memory is reserved. */
  private static final Duration GROWTH_TIME = Duration.ofSeconds(8);

  private final PoolRules rules;
  private final LongSupplier nanos;
  private final Set<Slot> slots = new LinkedHashSet<>();

  BrowserSlots(PoolRules rules, LongSupplier nanos) {
    this.rules = rules;
    this.nanos = nanos;
  }

  /** Requests a browser. */
  synchronized Slot ask() {
    Slot slot = new Slot();
    slot.since = nanos.getAsLong();
    slots.add(slot);
    return slot;
  }

  /**
   * Starts a browser if it is the first in the queue, few enough are starting, and there is memory
   * besides the reservations of recent starts.
   *
   * @return whether it is {@code STARTING} now
   */
  synchronized boolean admit(Slot slot, long freeBytes) {
    boolean first =
        slots.stream().filter(other -> other.state == State.WAITING).findFirst().orElse(slot)
            == slot;
    if (!first || !room(freeBytes) || count(State.STARTING) >= rules.starting()) {
      return false;
    }
    move(slot, State.STARTING);
    return true;
  }

  /** Whether there is memory for one more besides the running and requested ones. */
  synchronized boolean hasRoom(long freeBytes) {
    return room(freeBytes - count(State.WAITING) * rules.reserveBytes());
  }

  private boolean room(long freeBytes) {
    long owed = slots.stream().filter(this::grows).count() * rules.reserveBytes();
    return freeBytes - owed >= rules.reserveBytes();
  }

  private boolean grows(Slot slot) {
    return slot.state == State.STARTING
        || (slot.state == State.BUSY && nanos.getAsLong() - slot.since < GROWTH_TIME.toNanos());
  }

  /**
   * Changes the state.
   *
   * @throws IllegalStateException if there is no such transition
   */
  synchronized void move(Slot slot, State to) {
    if (!slot.state.next().contains(to)) {
      throw new IllegalStateException("a browser cannot go from " + slot.state + " to " + to);
    }
    slot.state = to;
    slot.since = nanos.getAsLong();
    if (to == State.DEAD) {
      slots.remove(slot);
    }
  }

  /** Changes to {@code RETIRING} if it is busy; false if another thread did so first. */
  synchronized boolean retire(Slot slot) {
    if (slot.state != State.BUSY) {
      return false;
    }
    move(slot, State.RETIRING);
    return true;
  }

  synchronized State of(Slot slot) {
    return slot.state;
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
    return slots.stream().filter(slot -> slot.state == state).count();
  }
}
