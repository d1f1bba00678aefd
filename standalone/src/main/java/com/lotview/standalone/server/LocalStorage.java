package com.lotview.standalone.server;

import com.lotview.standalone.StartupException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3-compatible store on a folder. */
public final class LocalStorage implements AutoCloseable {
  private final S3Proxy proxy;

  private LocalStorage(S3Proxy proxy) {
    this.proxy = proxy;
  }

  /** Starts on a folder. */
  public static LocalStorage start(Path folder, int port, String accessKey, String secretKey) {
    try {
      Files.createDirectories(folder);
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(
                  FullDiskAnswers.over(new FilesystemNio2BlobStore(folder.toString()), folder))
              .endpoint(URI.create("http://127.0.0.1:" + port))
              .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
              .build();
      proxy.start();
      return new LocalStorage(proxy);
    } catch (Exception e) {
      throw new StartupException("The object store did not start: " + e.getMessage(), e);
    }
  }

  /** Address for clients. */
  public String url() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new StartupException("The object store did not stop", e);
    }
  }
}
