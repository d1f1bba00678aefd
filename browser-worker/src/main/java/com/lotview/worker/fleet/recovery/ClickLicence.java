package com.lotview.worker.fleet.recovery;

import com.lotview.worker.fleet.lease.Run;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import java.util.List;

/**
 * Why a job may click. There is no licence after a click whose effect is not known: a look that
 * could not tell, whatever it reports, cannot be made into one.
 */
public sealed interface ClickLicence {

  /** Nothing of the job was clicked so far. */
  record NothingClicked() implements ClickLicence {}

  /**
   * The last click did nothing, and will not do anything any more.
   *
   * @param looks those that read everything and found that nothing was done; at least one
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
