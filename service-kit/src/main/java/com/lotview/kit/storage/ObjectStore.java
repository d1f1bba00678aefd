package com.lotview.kit.storage;

import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Private objects by key. Keys start with what the object is, then the dealership. */
public interface ObjectStore {
  /** Stores the object whole, or fails; an object of the same key is replaced. */
  Mono<Void> put(String key, String contentType, byte[] content);

  /** The object's bytes; empty if there is none. */
  Mono<byte[]> get(String key);

  /** Removes the object; one that is not there is no error. */
  Mono<Void> delete(String key);

  /** A link that shows this one object until it expires. Made locally, without a call. */
  URI link(String key, Duration life);
}
