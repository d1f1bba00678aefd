package com.lotview.worker.marketplace;

/** In which units the stock's prices and mileages are, where an account's form has its own. */
public enum Units {
  /**
   * A vehicle that stands in the United States is in dollars and miles: a form with another
   * currency or with kilometres is refused by the field's name.
   */
  AMERICAN,
  /** Always those of the account that lists it. */
  ACCOUNT
}
