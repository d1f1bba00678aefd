package com.lotview.inventory.imports.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where the file of a request is while the request runs. */
final class Spool {
  private Spool() {}

  static Mono<Path> create() {
    return Mono.fromCallable(() -> Files.createTempFile("lotview-upload", ""))
        .subscribeOn(Schedulers.boundedElastic());
  }

  static Mono<Void> remove(Path spool) {
    return Mono.<Void>fromRunnable(
            () -> {
              try {
                Files.deleteIfExists(spool);
              } catch (IOException e) {
                // The folder of temporary files is emptied by the system.
              }
            })
        .subscribeOn(Schedulers.boundedElastic());
  }
}
