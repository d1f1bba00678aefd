package com.lotview.inventory.photo.store;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.photo.PhotoBytes;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.Rendition;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@link PhotoBytes} in the object store. */
@Component
class ObjectPhotoBytes implements PhotoBytes {
  private static final Duration LINK_LIFE = Duration.ofHours(1);
  private static final int INSUFFICIENT_STORAGE = 507;

  private final ObjectStore objects;

  ObjectPhotoBytes(ObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public Mono<Void> put(String key, Rendition image) {
    return objects
        .put(key, Picture.CONTENT_TYPE, image.content())
        .onErrorMap(S3Exception.class, ObjectPhotoBytes::meaning)
        .onErrorMap(SdkClientException.class, e -> unavailable());
  }

  @Override
  public Mono<byte[]> get(String key) {
    return objects.get(key);
  }

  @Override
  public Mono<Void> delete(String key) {
    return objects.delete(key);
  }

  @Override
  public URI link(String key, String fileName) {
    return objects.link(key, LINK_LIFE, fileName);
  }

  // Stores report in several ways that they are full: by status, by code, or by the message of
  // their file system.
  private static RefusalException meaning(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String said = (e.getMessage() + " " + (details == null ? "" : details.errorCode()));
    String text = said.toLowerCase(Locale.ROOT);
    boolean full =
        e.statusCode() == INSUFFICIENT_STORAGE
            || text.contains("no space left")
            || text.contains("storagefull")
            || text.contains("quotaexceeded");
    return full
        ? new RefusalException(
            ErrorCode.STORAGE_FULL, "There is no room for photos; none was stored")
        : unavailable();
  }

  private static RefusalException unavailable() {
    return new RefusalException(
        ErrorCode.SERVICE_UNAVAILABLE, "The photo store does not answer; no photo was stored");
  }
}
