package com.lotview.inventory.photo.fetch;

import com.lotview.inventory.photo.fetch.PhotoAddress.Version;
import java.net.URI;
import reactor.core.publisher.Mono;

/** The servers that have the photos. */
public interface PhotoSource {
  /** Asks an address, unless its answer is the known one; no error leaves this. */
  Mono<Answer> get(URI address, Known known);

  /**
   * What is known of the last answer.
   *
   * @param etag empty if not known
   * @param lastModified empty if not known
   */
  record Known(String etag, String lastModified) {
    static Known of(Version version) {
      String etag = version.etag();
      String lastModified = version.lastModified();
      return new Known(etag == null ? "" : etag, lastModified == null ? "" : lastModified);
    }

    Version version() {
      return new Version(
          etag.isEmpty() ? null : etag, lastModified.isEmpty() ? null : lastModified);
    }
  }

  /** What came of it. */
  sealed interface Answer {}

  /** Bytes; whether they are a picture is not known yet. */
  final class Content implements Answer {
    private final byte[] bytes;
    private final Known version;

    public Content(byte[] bytes, Known version) {
      this.bytes = bytes;
      this.version = version;
    }

    /** Not copied, not to be changed. */
    byte[] bytes() {
      return bytes;
    }

    Known version() {
      return version;
    }
  }

  /** The known answer is still right. */
  record Unchanged() implements Answer {}

  /** Nothing, and another attempt does not help. */
  record Refused(String reason) implements Answer {}

  /** Nothing this time. */
  record Unavailable(String reason) implements Answer {}
}
