package com.lotview.inventory.imports;

import reactor.core.publisher.Mono;

/** Tells how far imports are. */
public interface ImportEvents {
  /** In the running transaction. */
  Mono<Void> progress(ImportJob job);
}
