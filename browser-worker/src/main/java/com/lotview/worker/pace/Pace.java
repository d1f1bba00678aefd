package com.lotview.worker.pace;

import java.time.Duration;
import java.util.List;

/**
 * The rhythm of typing, of pointing, and of going from field to field. Implementations are safe for
 * one thread at a time.
 */
public interface Pace {

  /** Whether text is typed key by key; {@code false} means that it is entered in one piece. */
  boolean typesByKey();

  /** The pause before the next key; zero if there is none. */
  Duration betweenKeys();

  /** The pause before the next field; zero if there is none. */
  Duration betweenFields();

  /**
   * The pointer's way to a place: where it is every sixtieth of a second, the place itself last;
   * empty if it jumps there.
   *
   * @param within the lower right corner of what may be crossed
   */
  List<Spot> path(Spot from, Spot to, Spot within);
}
