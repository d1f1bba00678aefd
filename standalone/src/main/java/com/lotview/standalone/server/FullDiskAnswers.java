package com.lotview.standalone.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Lets the object store say 507 when its disk is full. By itself it answers 500 as for any fault,
 * which clients repeat in vain and cannot explain to anyone.
 */
final class FullDiskAnswers implements InvocationHandler {
  private static final int INSUFFICIENT_STORAGE = 507;
  private static final String FULL = "No space left on device";

  private final BlobStore store;

  private FullDiskAnswers(BlobStore store) {
    this.store = store;
  }

  static BlobStore over(BlobStore store) {
    return (BlobStore)
        Proxy.newProxyInstance(
            BlobStore.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            new FullDiskAnswers(store));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
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
