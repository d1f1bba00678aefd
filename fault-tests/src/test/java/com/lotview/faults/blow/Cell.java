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
 */
public record Cell(String kind, String at, Set<String> ends, Drill drill) {

  /** Orders and strikes; returns when the fault has been done and taken back. */
  @FunctionalInterface
  public interface Drill {
    void play(Stand stand) throws Exception;
  }

  /** The same, with the face of the site that its account met. */
  public Cell on(SiteFace face) {
    return new Cell(kind, at + " [" + face + "]", ends, drill);
  }

  @Override
  public String toString() {
    return kind + " @ " + at;
  }
}
