package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobOrder;
import java.util.List;

/** Keeps pictures. */
public interface EvidenceStore {
  /** Keeps a picture of an order's work; one of the same kind and attempt is replaced. */
  Evidence keep(JobOrder order, Evidence.Kind kind, byte[] png);

  /** Deletes pictures by their keys; one that is gone already does not matter. */
  void delete(List<String> keys);
}
