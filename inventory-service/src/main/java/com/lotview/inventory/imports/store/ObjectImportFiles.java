package com.lotview.inventory.imports.store;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.imports.ImportFiles;
import com.lotview.inventory.imports.ImportJob;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.storage.ObjectStore;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.exception.SdkException;

/** {@link ImportFiles} in the object store. */
@Component
class ObjectImportFiles implements ImportFiles {
  private final ObjectStore objects;

  ObjectImportFiles(ObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public Mono<Void> put(ImportJob job, Path file) {
    return objects
        .put(key(job), "application/octet-stream", file)
        .onErrorMap(
            SdkException.class,
            e ->
                new RefusalException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "The file store does not answer; the file was not taken"));
  }

  @Override
  public Mono<Void> fetch(ImportJob job, Path into) {
    return objects.get(key(job), into);
  }

  @Override
  public Mono<Void> delete(ImportJob job) {
    return objects.delete(key(job));
  }

  private static String key(ImportJob job) {
    return "import/" + job.dealershipId() + "/" + job.id();
  }
}
