package com.lotview.worker.browser.proxy.process;

/** The upstream proxy refused the connection. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
