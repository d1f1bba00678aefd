package com.lotview.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The board on which troubles are put up and taken down. Thread-safe. */
public final class Faults {
  private final List<Fault> board = new ArrayList<>();

  /** Puts a trouble up. */
  public synchronized void add(Fault fault) {
    board.add(fault);
  }

  /** What is up now. */
  public synchronized List<Fault> all() {
    return List.copyOf(board);
  }

  /** Takes everything down. */
  public synchronized void clear() {
    board.clear();
  }

  /** The oldest fitting trouble, used up once. */
  public synchronized Optional<Fault> strike(FaultKind kind, String account) {
    for (int i = 0; i < board.size(); i++) {
      Fault fault = board.get(i);
      if (fault.strikes(kind, account)) {
        if (fault.times() > 1) {
          board.set(i, new Fault(kind, fault.account(), fault.times() - 1, fault.seconds()));
        } else {
          board.remove(i);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
