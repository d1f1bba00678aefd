package com.lotview.worker.browser;

/**
 * A period in which a browser sends each request to a site at most once. Chromium repeats requests,
 * also a POST, when their connection breaks before an answer. In this period, such a break cuts the
 * browser off from the site until it ends.
 */
public interface OnceOnly extends AutoCloseable {

  /** Ends the period; a site that was cut off stays so. */
  @Override
  void close();
}
