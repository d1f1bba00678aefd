package com.lotview.inventory.photo.direct.store;

import com.lotview.inventory.photo.direct.UploadedBytes;
import com.lotview.kit.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link UploadedBytes} in the object store. */
@Component
class ObjectUploadedBytes implements UploadedBytes {
  private final ObjectStore objects;

  ObjectUploadedBytes(ObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public URI link(String key, String contentType, int bytes, Duration life) {
    return objects.uploadLink(key, contentType, bytes, life);
  }

  @Override
  public Mono<byte[]> get(String key) {
    return objects.get(key);
  }

  @Override
  public Mono<Void> delete(String key) {
    return objects.delete(key);
  }
}
