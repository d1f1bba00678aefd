package com.lotview.standalone.faults;

/** This machine, or the system as it is, cannot have the fault: the cell is skipped, visibly. */
final class NotPossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotPossible(String reason) {
    super(reason);
  }
}
