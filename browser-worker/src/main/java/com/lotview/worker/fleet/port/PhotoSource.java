package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.PostingOrder;
import java.nio.file.Path;
import java.util.List;

/** Where photos come from. */
public interface PhotoSource {
  /**
   * Brings the order's photos into the folder, checked against their hashes, in the order's order.
   *
   * @throws PreparationFailed saying what the job ends with
   */
  List<Path> fetch(PostingOrder order, Path folder);
}
