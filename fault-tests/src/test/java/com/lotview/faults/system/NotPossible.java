package com.lotview.faults.system;

/** This machine, or the system as it is, cannot have the fault: the cell is skipped, visibly. */
public final class NotPossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotPossible(String reason) {
    super(reason);
  }
}
