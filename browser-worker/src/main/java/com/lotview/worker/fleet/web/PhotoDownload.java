package com.lotview.worker.fleet.web;

import com.lotview.kit.hash.Sha256;
import com.lotview.worker.fleet.job.PostingOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;

/** Downloads one photo to disk; fails unless it is complete and the ordered one. */
public final class PhotoDownload implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Tries twice; what is left of a failed try is overwritten or removed. */
  Path to(Path file, URI link, PostingOrder.Photo photo) throws IOException {
    try {
      return once(file, link, photo);
    } catch (IOException first) {
      if (com.lotview.worker.fleet.run.outcome.Failures.diskFull(first)) {
        throw first;
      }
      return once(file, link, photo);
    }
  }

  private Path once(Path file, URI link, PostingOrder.Photo photo) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(link).timeout(DEADLINE).build();
    HttpResponse<InputStream> answer = send(request);
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("The store answered " + answer.statusCode());
      }
      String sha256 = write(body, file, photo.bytes());
      if (!sha256.equals(photo.sha256())) {
        throw new IOException("The bytes are not those that were ordered");
      }
      return file;
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private static String write(InputStream body, Path file, long expected) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      byte[] buffer = new byte[64 * 1024];
      long left = expected;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw new IOException("The answer is longer than the photo");
        }
        out.write(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    http.close();
  }
}
