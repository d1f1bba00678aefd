package com.lotview.inventory.photo.direct;

import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Bytes that clients send to the object store. */
public interface UploadedBytes {
  /** A link to which exactly so many bytes of that type can be sent (PUT). */
  URI link(String key, String contentType, int bytes, Duration life);

  /** What was sent; empty if nothing was. */
  Mono<byte[]> get(String key);

  Mono<Void> delete(String key);
}
