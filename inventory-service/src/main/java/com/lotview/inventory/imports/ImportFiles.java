package com.lotview.inventory.imports;

import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** The files of imports that are not over. */
public interface ImportFiles {
  /** Keeps the file. */
  Mono<Void> put(ImportJob job, Path file);

  /** Writes the file to that path; fails if it is gone. */
  Mono<Void> fetch(ImportJob job, Path into);

  /** Removes the file, if it is there. */
  Mono<Void> delete(ImportJob job);
}
