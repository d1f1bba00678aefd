package com.lotview.worker.fleet;

/** Keeps pictures. */
public interface EvidenceStore {
  /** Keeps a picture of an order's posting; one of the same kind and attempt is replaced. */
  Evidence keep(PostingOrder order, Evidence.Kind kind, byte[] png);
}
