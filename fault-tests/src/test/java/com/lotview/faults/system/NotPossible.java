package com.lotview.faults.system;

/** This machine, or the present system, cannot have the fault: the cell is reported as skipped. */
public final class NotPossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotPossible(String reason) {
    super(reason);
  }
}
