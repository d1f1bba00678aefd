package com.lotview.worker.marketplace.page;

/** In which units the stock's prices and mileages are, where an account's form has its own. */
public enum Units {
  /**
   * Those of the account that lists it, as a dealership's accounts are at home where its stock is.
   */
  ACCOUNT,
  /**
   * A vehicle that stands in the United States is in dollars and miles: a form with another
   * currency or with kilometres is refused by the field's name.
   */
  AMERICAN
}
