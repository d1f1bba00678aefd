package com.lotview.inventory.photo.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.storage.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectPhotoBytesTest {
  private final Picture image = Picture.of(TestImages.jpeg(8, 8, 1));

  @Test
  void a_full_store_is_told_from_one_that_does_not_answer() {
    check(S3Exception.builder().statusCode(507).message("full").build(), ErrorCode.STORAGE_FULL);
    check(
        S3Exception.builder().statusCode(500).message("No space left on device").build(),
        ErrorCode.STORAGE_FULL);
    check(
        S3Exception.builder().statusCode(500).message("Try again").build(),
        ErrorCode.SERVICE_UNAVAILABLE);
    check(SdkClientException.create("Connection refused"), ErrorCode.SERVICE_UNAVAILABLE);
  }

  private void check(RuntimeException cause, ErrorCode code) {
    ObjectPhotoBytes bytes = new ObjectPhotoBytes(failing(cause));
    assertThatThrownBy(() -> bytes.put("photos/a.jpg", image).block())
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> org.assertj.core.api.Assertions.assertThat(e.code()).isEqualTo(code));
  }

  private static ObjectStore failing(RuntimeException cause) {
    return new ObjectStore() {
      @Override
      public Mono<Void> put(String key, String contentType, byte[] content) {
        return Mono.error(cause);
      }

      @Override
      public Mono<byte[]> get(String key) {
        return Mono.empty();
      }

      @Override
      public Mono<Void> put(String key, String contentType, Path file) {
        return Mono.empty();
      }

      @Override
      public Mono<Void> get(String key, Path into) {
        return Mono.empty();
      }

      @Override
      public Mono<Void> delete(String key) {
        return Mono.empty();
      }

      @Override
      public URI link(String key, Duration life) {
        return URI.create("http://127.0.0.1/" + key);
      }

      @Override
      public URI uploadLink(String key, String contentType, int bytes, Duration life) {
        return link(key, life);
      }

      @Override
      public URI link(String key, Duration life, String fileName) {
        return link(key, life);
      }
    };
  }
}
