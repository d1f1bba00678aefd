package com.lotview.worker.marketplace.settings;

/** Whether the form must count what the order counts. */
public enum Units {
  /** The order's digits are entered in whatever units the account's form has; for trials. */
  ACCOUNT,
  /** A form with another currency or another unit of distance than the order's is refused. */
  ORDER
}
