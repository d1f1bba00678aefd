package com.lotview.standalone.faults;

import java.util.Set;

/**
 * One field of the matrix.
 *
 * @param kind of fault
 * @param at where it strikes
 * @param ends the states in which the posting may end
 */
record Cell(String kind, String at, Set<String> ends, Drill drill) {

  /** Orders and strikes; returns when the fault has been done and taken back. */
  @FunctionalInterface
  interface Drill {
    void play(Stand stand) throws Exception;
  }

  /** The same, with the face of the site that its account met. */
  Cell on(SiteFace face) {
    return new Cell(kind, at + " [" + face + "]", ends, drill);
  }

  @Override
  public String toString() {
    return kind + " @ " + at;
  }
}
