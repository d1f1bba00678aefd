package com.lotview.faults.blow;

import com.lotview.faults.system.SiteFace;
import com.lotview.faults.system.Stand;
import java.util.Set;

/**
 * One field of the matrix.
 *
 * @param kind of fault
 * @param at where it strikes
 * @param ends the states in which the posting may end
 * @param everyone whether it also strikes other postings that are in progress
 */
public record Cell(String kind, String at, Set<String> ends, Drill drill, boolean everyone) {

  /** A fault that strikes one posting alone. */
  public Cell(String kind, String at, Set<String> ends, Drill drill) {
    this(kind, at, ends, drill, false);
  }

  /** Orders and strikes; returns when the fault has been made and undone. */
  @FunctionalInterface
  public interface Drill {
    void play(Stand stand) throws Exception;
  }

  /** The same, and it also strikes other postings. */
  Cell forEveryone() {
    return new Cell(kind, at, ends, drill, true);
  }

  /** The same, with the variant of the site that its account got. */
  public Cell on(SiteFace face) {
    return new Cell(kind, at + " [" + face + "]", ends, drill, everyone);
  }

  @Override
  public String toString() {
    return kind + " @ " + at;
  }
}
