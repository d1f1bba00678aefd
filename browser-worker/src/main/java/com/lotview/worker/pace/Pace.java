package com.lotview.worker.pace;

import java.time.Duration;

/**
 * The rhythm of typing and of going from field to field. Implementations are safe for one thread at
 * a time.
 */
public interface Pace {

  /** Whether text is typed key by key; {@code false} means that it is entered in one piece. */
  boolean typesByKey();

  /** The pause before the next key; zero if there is none. */
  Duration betweenKeys();

  /** The pause before the next field; zero if there is none. */
  Duration betweenFields();
}
