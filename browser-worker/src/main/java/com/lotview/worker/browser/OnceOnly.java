package com.lotview.worker.browser;

/**
 * A time in which what a browser sends to a site is sent at most once. Chromium sends a request
 * again by itself, a POST as well, when the connection that took it breaks before an answer. In
 * this time it cannot: from such a break on, nothing of the browser reaches the site any more,
 * until it is ended.
 */
public interface OnceOnly extends AutoCloseable {

  /** From now on the browser may send again; a site that was shut off stays so. */
  @Override
  void close();
}
