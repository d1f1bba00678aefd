package com.lotview.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The troubles that are switched on. Thread-safe. */
public final class Faults {
  private final List<Fault> board = new ArrayList<>();

  /** Switches a trouble on. */
  public synchronized void add(Fault fault) {
    board.add(fault);
  }

  /** The troubles that are on now. */
  public synchronized List<Fault> all() {
    return List.copyOf(board);
  }

  /** Switches everything off. */
  public synchronized void clear() {
    board.clear();
  }

  /** The oldest trouble of the kind, used up once. */
  Optional<Fault> strike(FaultKind kind, String account) {
    return strike(fault -> fault.meant(kind, account));
  }

  /** The oldest trouble of the kind that is not limited to another moment, used up once. */
  Optional<Fault> strike(FaultKind kind, String account, @Nullable Moment moment) {
    return strike(
        fault -> fault.meant(kind, account) && (fault.at() == null || fault.at() == moment));
  }

  /** The oldest trouble of the kind that is limited to this moment, used up once. */
  Optional<Fault> strikeAt(FaultKind kind, String account, Moment moment) {
    return strike(fault -> fault.meant(kind, account) && fault.at() == moment);
  }

  /** Every trouble of the kind that waits for the account, each used up once. */
  synchronized List<Fault> strikeEach(FaultKind kind, String account) {
    List<Fault> meant = board.stream().filter(fault -> fault.meant(kind, account)).toList();
    meant.forEach(fault -> strike(fault::equals));
    return meant;
  }

  private synchronized Optional<Fault> strike(Predicate<Fault> fits) {
    for (int i = 0; i < board.size(); i++) {
      Fault fault = board.get(i);
      if (fits.test(fault)) {
        if (fault.times() > 1) {
          board.set(i, fault.usedOnce());
        } else {
          board.remove(i);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
