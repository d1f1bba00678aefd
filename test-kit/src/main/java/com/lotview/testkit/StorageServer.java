package com.lotview.testkit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3-compatible store on a temporary folder. */
record StorageServer(int port) {
  private static final String KEY = "test-access";
  private static final String SECRET = "test-secret";

  private static final class Holder {
    static final StorageServer RUNNING = start();
  }

  static StorageServer running() {
    return Holder.RUNNING;
  }

  Map<String, String> environment() {
    return Map.of(
        "S3_ENDPOINT",
        "http://127.0.0.1:" + port,
        "S3_BUCKET",
        "lotview-test",
        "S3_ACCESS_KEY",
        KEY,
        "S3_SECRET_KEY",
        SECRET);
  }

  // Lives as long as the JVM.
  @SuppressWarnings("resource")
  private static StorageServer start() {
    try {
      Path folder = Files.createTempDirectory("lotview-s3");
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(folder.toString()))
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
              .build();
      proxy.start();
      return new StorageServer(proxy.getPort());
    } catch (Exception e) {
      throw new IllegalStateException("The test object store did not start", e);
    }
  }
}
