package com.lotview.worker.marketplace.settings;

/** The units of the stock's prices and mileages. */
public enum Units {
  /**
   * The units of the account's form, if the dealership's accounts are in the country of its stock.
   */
  ACCOUNT,
  /** Dollars and miles: a form with another currency or with kilometres is refused. */
  AMERICAN
}
