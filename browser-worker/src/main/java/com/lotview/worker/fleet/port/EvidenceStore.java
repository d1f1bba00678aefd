package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobOrder;
import java.util.List;

/** Stores pictures. */
public interface EvidenceStore {
  /** Stores a picture of a job; it replaces one of the same kind and attempt. */
  Evidence keep(JobOrder order, Evidence.Kind kind, byte[] png);

  /** Deletes pictures by their keys; missing ones are ignored. */
  void delete(List<String> keys);
}
