package com.lotview.inventory.imports;

import reactor.core.publisher.Mono;

/** Publishes the progress of imports. */
public interface ImportEvents {
  /** In the running transaction. */
  Mono<Void> progress(ImportJob job);
}
