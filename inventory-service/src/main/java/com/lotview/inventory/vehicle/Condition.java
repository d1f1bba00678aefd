package com.lotview.inventory.vehicle;

/** New, used, or certified pre-owned. */
public enum Condition {
  NEW,
  USED,
  CPO
}
