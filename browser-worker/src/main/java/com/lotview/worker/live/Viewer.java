package com.lotview.worker.live;

/** Somebody who looks at a view. None of the methods waits; any thread. */
public interface Viewer {
  /** A picture of the page; never more of them at once than the viewer can take. */
  void frame(byte[] frame);

  /** A message, JSON. */
  void tell(String message);

  /** The last message, JSON. */
  void end(String message);
}
