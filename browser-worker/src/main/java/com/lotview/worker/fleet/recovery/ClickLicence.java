package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import java.util.List;

/**
 * Why a job may click. After a click with an unknown effect there is none: an inconclusive look
 * cannot become a licence.
 */
public sealed interface ClickLicence {

  /** The job has not clicked so far. */
  record NothingClicked() implements ClickLicence {}

  /**
   * The last click had no effect and cannot have one any more.
   *
   * @param looks complete readings that found no effect; at least one
   */
  record ProvenUndone(List<Run> looks) implements ClickLicence {
    public ProvenUndone {
      looks = List.copyOf(looks);
      if (looks.isEmpty()) {
        throw new IllegalArgumentException("without a look nothing is proven");
      }
      for (Run look : looks) {
        if (look.purpose() != RunPurpose.LOOK || look.end() != RunEnd.ABSENT) {
          throw new IllegalArgumentException("run " + look.number() + " has proven nothing");
        }
      }
    }
  }
}
