package com.lotview.posting.change;

import java.util.EnumSet;
import java.util.Set;

/** The states of a change and all allowed transitions between them. */
public enum ChangeState {
  /** Waits for its account's turn. */
  WAITING,
  /** A worker has it. */
  RUNNING,
  /** Proven by looking. */
  DONE,
  /** Could not be made. */
  FAILED,
  /** No longer wanted. */
  CANCELLED,
  /** Waits for a manager's decision. */
  HELD,
  /** The worker could not determine the result. */
  NEEDS_REVIEW;

  /** Whether a change may go from this state to that one. */
  public boolean canBecome(ChangeState next) {
    return nexts().contains(next);
  }

  /** Whether it may still be made; a posting has at most one such change of each kind. */
  public boolean isOpen() {
    return switch (this) {
      case WAITING, RUNNING, HELD -> true;
      case DONE, FAILED, CANCELLED, NEEDS_REVIEW -> false;
    };
  }

  private Set<ChangeState> nexts() {
    return switch (this) {
      case WAITING -> EnumSet.of(RUNNING, CANCELLED);
      // Back to WAITING: another try, which is safe, since each begins by looking.
      case RUNNING -> EnumSet.of(DONE, FAILED, WAITING, NEEDS_REVIEW);
      case HELD -> EnumSet.of(WAITING, CANCELLED);
      // The same attempt may still be settled by evidence found later.
      case NEEDS_REVIEW -> EnumSet.of(DONE);
      case DONE, FAILED, CANCELLED -> EnumSet.noneOf(ChangeState.class);
    };
  }
}
