package com.lotview.worker.fleet.recovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Visits all states of a model, breadth first, so that each violation has a shortest path. */
final class ModelSearch {
  /**
   * The findings.
   *
   * @param stuck states from which no end can be reached without another fault
   * @param wrong the first violation; empty if there is none
   * @param path to it
   */
  record Found(int states, int done, int stuck, String wrong, List<String> path) {}

  private final FleetModel model;
  private final Numbers numbers = new Numbers();
  private final ArrayDeque<ModelWorld> open = new ArrayDeque<>();
  private final Ints parents = new Ints();
  private final List<String> names = new ArrayList<>();
  private final BitSet done = new BitSet();
  private final Ints edgesFrom = new Ints();
  private final Ints edgesTo = new Ints();
  private final Map<String, String[]> workersNames = new HashMap<>();
  private ModelWorld world = new ModelWorld();
  private int at;

  ModelSearch(FleetModel model) {
    this.model = model;
  }

  Found all() {
    Found found = first(Integer.MAX_VALUE);
    return found.wrong().isEmpty()
        ? new Found(
            found.states(), found.done(), found.states() - canEnd(found.states()), "", List.of())
        : found;
  }

  /**
   * Takes the steps of so many states, the nearest to the start first; does not look for stuck
   * ones.
   */
  Found first(int states) {
    reach(new ModelWorld(), -1, FleetModel.OTHERS, "start");
    try {
      while (!open.isEmpty() && at < states) {
        world = open.poll();
        done.set(at, world.done());
        model.from(world, this::step);
        at++;
      }
    } catch (FleetModel.Broken e) {
      return found(String.valueOf(e.getMessage()));
    }
    return new Found(names.size(), done.cardinality(), 0, "", List.of());
  }

  private void step(int worker, String name, boolean fault, ModelWorld next) {
    int to = reach(next, at, worker, name);
    // A database that goes back forgets also ends.
    boolean left = world.done() && next.outcome != world.outcome && next.wentBack == world.wentBack;
    String wrong = left ? "an end was left" : model.wrong(next);
    if (!wrong.isEmpty()) {
      at = to;
      throw new FleetModel.Broken(wrong);
    }
    if (!fault) {
      edgesFrom.add(at);
      edgesTo.add(to);
    }
  }

  private int reach(ModelWorld to, int from, int worker, String name) {
    int number = numbers.of(to.key());
    if (number == names.size()) {
      open.add(to.copy());
      parents.add(from);
      names.add(
          worker == FleetModel.OTHERS
              ? name
              : workersNames.computeIfAbsent(name, any -> names(any))[worker]);
    }
    return number;
  }

  private static String[] names(String name) {
    return new String[] {"worker 0 " + name, "worker 1 " + name};
  }

  private Found found(String wrong) {
    List<String> path = new ArrayList<>();
    for (int i = at; i >= 0; i = parents.get(i)) {
      path.addFirst(names.get(i));
    }
    return new Found(names.size(), 0, 0, wrong, path);
  }

  /** The number of states from which an end can be reached without further faults. */
  private int canEnd(int states) {
    int[] first = new int[states + 1];
    for (int i = 0; i < edgesTo.size(); i++) {
      first[edgesTo.get(i) + 1]++;
    }
    for (int i = 0; i < states; i++) {
      first[i + 1] += first[i];
    }
    int[] next = first.clone();
    int[] before = new int[edgesTo.size()];
    for (int i = 0; i < edgesTo.size(); i++) {
      before[next[edgesTo.get(i)]++] = edgesFrom.get(i);
    }
    BitSet seen = (BitSet) done.clone();
    ArrayDeque<Integer> left = new ArrayDeque<>();
    seen.stream().forEach(left::add);
    while (!left.isEmpty()) {
      int state = left.poll();
      for (int i = first[state]; i < first[state + 1]; i++) {
        if (!seen.get(before[i])) {
          seen.set(before[i]);
          left.add(before[i]);
        }
      }
    }
    return seen.cardinality();
  }

  /** A list of ints. */
  private static final class Ints {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int get(int index) {
      return values[index];
    }

    int size() {
      return size;
    }
  }

  /** Numbers keys from 0 on. */
  private static final class Numbers {
    private long[] keys = new long[1 << 16];
    private int[] numbers = new int[1 << 16];
    private int size;

    int of(long any) {
      if (size * 2 > keys.length) {
        grow();
      }
      long key = any == 0 ? 1 : any;
      int slot = slot(key);
      if (keys[slot] == 0) {
        keys[slot] = key;
        numbers[slot] = size++;
      }
      return numbers[slot];
    }

    private int slot(long key) {
      int slot = (int) key & (keys.length - 1);
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    private void grow() {
      long[] oldKeys = keys;
      int[] oldNumbers = numbers;
      keys = new long[oldKeys.length * 2];
      numbers = new int[oldKeys.length * 2];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          numbers[slot] = oldNumbers[i];
        }
      }
    }
  }
}
