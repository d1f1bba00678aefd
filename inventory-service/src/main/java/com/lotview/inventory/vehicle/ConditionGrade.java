package com.lotview.inventory.vehicle;

/** How good a vehicle is, as a person of the dealership judged it; never inferred. */
public enum ConditionGrade {
  EXCELLENT,
  VERY_GOOD,
  GOOD,
  FAIR,
  POOR
}
