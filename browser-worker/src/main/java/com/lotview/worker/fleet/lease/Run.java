package com.lotview.worker.fleet.lease;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try of one worker at one job. Times are from the database's clock.
 *
 * @param number counts the job's runs from 1
 * @param host where the browser runs; see {@link WorkerId#host()}
 * @param folder holds all files of the run; also on the command line of its browser
 * @param processGroup of the browser; null until it has started
 * @param leaseUntil when the run's lease lapses or lapsed
 * @param intentAt when the run committed its intent to click; null if it did not
 * @param clickedAt when the run had clicked; null if that is unknown
 * @param end null while it runs or if its worker died
 * @param remark one sentence about the end
 */
public record Run(
    UUID id,
    RunPurpose purpose,
    int number,
    long fence,
    String host,
    String folder,
    @Nullable Long processGroup,
    Instant startedAt,
    Instant leaseUntil,
    @Nullable Instant intentAt,
    @Nullable Instant clickedAt,
    @Nullable RunEnd end,
    @Nullable Instant endedAt,
    @Nullable String remark) {

  /** The sentence about the end; empty without one. */
  public String why() {
    return remark == null ? "" : remark;
  }

  /** Whether the run may have changed the site with an unknown result. */
  public boolean unsettled() {
    return intentAt != null
        && (end == RunEnd.LOST
            || end == RunEnd.UNSETTLED
            || end == RunEnd.STOPPED
            || end == RunEnd.REFUSED
            || end == RunEnd.DECLINED);
  }
}
