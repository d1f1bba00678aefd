package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.PostingOrder;
import java.nio.file.Path;
import java.util.List;

/** The source of an order's photos. */
public interface PhotoSource {
  /**
   * Downloads the order's photos into the folder and checks their hashes; keeps their order.
   *
   * @throws PreparationFailed with the job's result
   */
  List<Path> fetch(PostingOrder order, Path folder);
}
