package com.lotview.worker.fleet.lease;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try of one worker at one job. Times are the database's.
 *
 * @param number counts the job's runs from 1
 * @param host where the browser runs; see {@link WorkerId#host()}
 * @param folder all that the run keeps on disk; also on the command line of its browser
 * @param processGroup of the browser; null until it has started
 * @param leaseUntil when the lease under which it ran lapsed or would have
 * @param intentAt when the run made known that it was going to click; null if it never did
 * @param clickedAt when the click had been given; null if that is not known
 * @param end null while it runs, and for ever if its worker died
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
    @Nullable Instant endedAt) {

  /** Whether the run may have published without anybody knowing. */
  public boolean unsettled() {
    return intentAt != null
        && (end == RunEnd.LOST
            || end == RunEnd.UNSETTLED
            || end == RunEnd.STOPPED
            || end == RunEnd.REFUSED);
  }
}
