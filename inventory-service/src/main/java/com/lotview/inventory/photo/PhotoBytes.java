package com.lotview.inventory.photo;

import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.Rendition;
import java.net.URI;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bytes of photos, privately kept. */
public interface PhotoBytes {
  /** Stores the bytes whole; fails with {@code STORAGE_FULL} if there is no room. */
  Mono<Void> put(String key, Rendition image);

  /** The bytes; empty if they are not there. */
  Mono<byte[]> get(String key);

  /** Removes them; bytes that are not there are no error. */
  Mono<Void> delete(String key);

  /**
   * A link that shows them for an hour.
   *
   * @param fileName under which a browser saves them
   */
  URI link(String key, String fileName);

  /** Stores a picture in all sizes. */
  default Mono<Void> put(String key, Picture picture) {
    return Flux.fromArray(PhotoSize.values())
        .concatMap(size -> put(size.key(key), size.of(picture)))
        .then();
  }

  /** Removes all sizes of a photo. */
  default Mono<Void> deleteAll(String key) {
    return Flux.fromArray(PhotoSize.values()).concatMap(size -> delete(size.key(key))).then();
  }
}
