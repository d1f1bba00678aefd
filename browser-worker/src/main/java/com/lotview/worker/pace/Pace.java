package com.lotview.worker.pace;

import java.time.Duration;
import java.util.List;

/** The pace of typing, pointing and changing fields. For one thread at a time. */
public interface Pace {

  /** Whether text is typed key by key; if {@code false}, it is entered in one piece. */
  boolean typesByKey();

  /** The pause before the next key; zero if there is none. */
  Duration betweenKeys();

  /** The pause before the next field; zero if there is none. */
  Duration betweenFields();

  /**
   * The pointer's path to a place, one point per 1/60 s, ending at the place; empty if the pointer
   * jumps.
   *
   * @param within the lower right corner of the area to stay in
   */
  List<Spot> path(Spot from, Spot to, Spot within);
}
