package com.lotview.kit.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Private objects by key. Keys start with what the object is, then the dealership. */
public interface ObjectStore {
  /** Stores the object; replaces one with the same key. */
  Mono<Void> put(String key, String contentType, byte[] content);

  /** Stores a file, which is streamed; replaces an object with the same key. */
  Mono<Void> put(String key, String contentType, Path file);

  /** Writes the object to a file that does not exist yet; fails if there is no such object. */
  Mono<Void> get(String key, Path into);

  /** The object's bytes; empty if it does not exist. */
  Mono<byte[]> get(String key);

  /** Removes the object, if it exists. */
  Mono<Void> delete(String key);

  /** A link to this object that expires. Created locally, without a call. */
  URI link(String key, Duration life);

  /**
   * A link as {@link #link(String, Duration)}, whose answer is an attachment.
   *
   * @param fileName under which a browser saves it; what is unsafe in it becomes {@code _}
   */
  URI link(String key, Duration life, String fileName);

  /**
   * A link to which the object can be sent (PUT) until it expires. The store takes exactly that
   * many bytes, with that content type.
   */
  URI uploadLink(String key, String contentType, int bytes, Duration life);
}
