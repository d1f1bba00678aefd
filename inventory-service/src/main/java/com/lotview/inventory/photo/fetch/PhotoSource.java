package com.lotview.inventory.photo.fetch;

import com.lotview.inventory.photo.fetch.PhotoAddress.Version;
import java.net.URI;
import reactor.core.publisher.Mono;

/** The servers that have the photos. */
public interface PhotoSource {
  /** Fetches an address, unless its content is the known one; never fails with an error. */
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

  /** The result. */
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

  /** The known answer is still current. */
  record Unchanged() implements Answer {}

  /** No photo, and another attempt does not help. */
  record Refused(String reason) implements Answer {}

  /** No photo this time. */
  record Unavailable(String reason) implements Answer {}
}
