package com.lotview.worker.marketplace.settings;

/** The owner's answer to the site's cookie question. */
public enum Consent {
  /** Only necessary cookies. */
  DECLINE,
  ALLOW
}
