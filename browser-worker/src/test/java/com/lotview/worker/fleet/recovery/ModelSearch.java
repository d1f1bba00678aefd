package com.lotview.worker.fleet.recovery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes through all states of a model, breadth first: what is wrong has a shortest path to it. */
final class ModelSearch {
  /**
   * What was found.
   *
   * @param stuck states from which no end can be reached without another fault
   * @param wrong the first thing that is wrong; empty: nothing is
   * @param path to it
   */
  record Found(int states, int done, int stuck, String wrong, List<String> path) {}

  private final FleetModel model;
  private final Numbers numbers = new Numbers();
  private final ArrayDeque<ModelWorld> open = new ArrayDeque<>();
  private final Ints parents = new Ints();
  private final List<String> names = new ArrayList<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final BitSet done = new BitSet();
  private final Ints edgesFrom = new Ints();
  private final Ints edgesTo = new Ints();

  ModelSearch(FleetModel model) {
    this.model = model;
  }

  Found all() {
    reach(new ModelWorld(), -1, "start");
    for (int at = 0; !open.isEmpty(); at++) {
      ModelWorld world = open.poll();
      done.set(at, world.done());
      try {
        for (FleetModel.Step step : model.from(world)) {
          String wrong = wrong(world, step.next());
          if (!wrong.isEmpty()) {
            return found(wrong, at, step.name());
          }
          int to = reach(step.next(), at, step.name());
          if (!step.fault()) {
            edgesFrom.add(at);
            edgesTo.add(to);
          }
        }
      } catch (FleetModel.Broken e) {
        return found(String.valueOf(e.getMessage()), at, "clicks");
      }
    }
    int states = names.size();
    return new Found(states, done.cardinality(), states - canEnd(states), "", List.of());
  }

  private String wrong(ModelWorld before, ModelWorld after) {
    return before.done() && after.outcome != before.outcome
        ? "an end was left"
        : model.wrong(after);
  }

  private int reach(ModelWorld world, int from, String name) {
    int number = numbers.of(world.key());
    if (number == names.size()) {
      open.add(world);
      parents.add(from);
      names.add(spellings.computeIfAbsent(name, it -> it));
    }
    return number;
  }

  private Found found(String wrong, int at, String last) {
    List<String> path = new ArrayList<>(List.of(last));
    for (int i = at; i >= 0; i = parents.get(i)) {
      path.addFirst(names.get(i));
    }
    return new Found(names.size(), 0, 0, wrong, path);
  }

  /** From how many states an end can be reached without any more faults. */
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

  /**
   * Numbers keys from 0. Keeps 64 bits of each: that two of a few million are taken for one is less
   * likely than one in a million.
   */
  private static final class Numbers {
    private long[] hashes = new long[1 << 16];
    private int[] numbers = new int[1 << 16];
    private int size;

    int of(String key) {
      if (size * 2 > hashes.length) {
        grow();
      }
      long hash = hash(key);
      int slot = slot(hash);
      if (hashes[slot] == 0) {
        hashes[slot] = hash;
        numbers[slot] = size++;
      }
      return numbers[slot];
    }

    private int slot(long hash) {
      int slot = (int) (hash >>> 32) & (hashes.length - 1);
      while (hashes[slot] != 0 && hashes[slot] != hash) {
        slot = (slot + 1) & (hashes.length - 1);
      }
      return slot;
    }

    private void grow() {
      long[] oldHashes = hashes;
      int[] oldNumbers = numbers;
      hashes = new long[oldHashes.length * 2];
      numbers = new int[oldHashes.length * 2];
      for (int i = 0; i < oldHashes.length; i++) {
        if (oldHashes[i] != 0) {
          int slot = slot(oldHashes[i]);
          hashes[slot] = oldHashes[i];
          numbers[slot] = oldNumbers[i];
        }
      }
    }

    private static long hash(String key) {
      long hash = 0xcbf29ce484222325L;
      for (byte b : key.getBytes(StandardCharsets.ISO_8859_1)) {
        hash = (hash ^ b) * 0x100000001b3L;
      }
      hash ^= hash >>> 29;
      hash *= 0xbf58476d1ce4e5b9L;
      return (hash ^ hash >>> 32) | 1;
    }
  }
}
