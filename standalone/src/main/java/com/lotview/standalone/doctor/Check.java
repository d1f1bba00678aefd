package com.lotview.standalone.doctor;

import java.util.List;

/**
 * A part of the system to be looked at.
 *
 * @param about what it looks at, for the case that it does not end
 */
record Check(String about, Look look) {
  /** Looks, and says what it found; nothing if another check names the cause. */
  interface Look {
    List<Finding> findings() throws Exception;
  }
}
