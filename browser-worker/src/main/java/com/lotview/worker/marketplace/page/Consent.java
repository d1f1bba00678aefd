package com.lotview.worker.marketplace.page;

/** The owner's answer to the site's question for cookies. */
public enum Consent {
  /** Only what the site needs. */
  DECLINE,
  ALLOW
}
