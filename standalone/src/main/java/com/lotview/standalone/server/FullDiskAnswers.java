package com.lotview.standalone.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Makes the object store answer 507 when its disk is full. On its own it answers 500 as for any
 * fault, which clients retry without success and cannot explain. The last part of the disk is
 * reserved for PostgreSQL and Kafka, which cannot continue without free space: photos stop first.
 */
final class FullDiskAnswers implements InvocationHandler {
  private static final int INSUFFICIENT_STORAGE = 507;
  private static final String FULL = "No space left on device";
  private static final long RESERVE_BYTES = 256L * 1024 * 1024;

  private final BlobStore store;
  private final Path folder;

  private FullDiskAnswers(BlobStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /** The store with these answers; the folder contains its data. */
  static BlobStore over(BlobStore store, Path folder) {
    return (BlobStore)
        Proxy.newProxyInstance(
            BlobStore.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            new FullDiskAnswers(store, folder));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getName().startsWith("put") && folder.toFile().getUsableSpace() < RESERVE_BYTES) {
      throw insufficientStorage();
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw diskFull(cause) ? insufficientStorage() : cause;
    }
  }

  private static boolean diskFull(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(FULL)) {
        return true;
      }
    }
    return false;
  }

  private static RuntimeException insufficientStorage() {
    return S3Exception.builder()
        .statusCode(INSUFFICIENT_STORAGE)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("InsufficientStorage").errorMessage(FULL).build())
        .build();
  }
}
