package com.lotview.worker.browser.proxy.process;

/** The proxy outside answered, and not with a yes. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
