package com.lotview.worker.live;

/** The viewer of a live view. The methods do not block; any thread may call them. */
public interface Viewer {
  /** Sends a picture of the page. */
  void frame(byte[] frame);

  /** Sends a message, JSON. */
  void tell(String message);

  /** Sends the last message, JSON. */
  void end(String message);
}
