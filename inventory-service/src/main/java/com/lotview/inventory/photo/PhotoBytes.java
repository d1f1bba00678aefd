package com.lotview.inventory.photo;

import java.net.URI;
import reactor.core.publisher.Mono;

/** The bytes of photos, privately kept. */
public interface PhotoBytes {
  /** Stores the bytes whole; fails with {@code STORAGE_FULL} if there is no room. */
  Mono<Void> put(String key, CleanImage image);

  /** Removes them; bytes that are not there are no error. */
  Mono<Void> delete(String key);

  /** A link that shows them for an hour. */
  URI link(String key);
}
