package com.lotview.inventory.photo;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.photo.heif.HeifDecoder;
import com.lotview.inventory.photo.heif.HeifPrograms;
import com.lotview.inventory.photo.picture.Heif;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.kit.error.RefusalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads pictures off the event loop, as few at once as their memory allows; others wait. */
@Component
public class PictureReader implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PictureReader.class);
  private static final int WAITING = 10_000;

  private final Scheduler threads;
  private final @Nullable HeifDecoder heif;

  PictureReader(PhotoSettings settings) {
    this.threads = Schedulers.newBoundedElastic(settings.decodes(), WAITING, "pictures");
    this.heif = HeifPrograms.find(settings.heifDecoder(), settings.heifTimeout()).orElse(null);
  }

  /** The content types of pictures that can be read on this machine. */
  public List<String> contentTypes() {
    List<String> types = new ArrayList<>(List.of("image/jpeg", "image/png", "image/webp"));
    if (heif != null) {
      types.addAll(List.of("image/heic", "image/heif", "image/avif"));
    }
    return List.copyOf(types);
  }

  /** Decodes and encodes again; fails with {@code UnusableImageException}. */
  public Mono<Picture> read(byte[] bytes) {
    return Mono.fromCallable(() -> Picture.of(decodable(bytes))).subscribeOn(threads);
  }

  // Where no decoder is, HEIF stays what it is, and is refused by its name.
  private byte[] decodable(byte[] bytes) throws InterruptedException {
    if (heif == null || !Heif.matches(bytes)) {
      return bytes;
    }
    try {
      return heif.jpeg(bytes);
    } catch (IOException e) {
      LOG.warn("The decoder of HEIC and AVIF cannot be run: {}", e.toString());
      throw new RefusalException(
          ErrorCode.SERVICE_UNAVAILABLE, "Photos in HEIC and AVIF cannot be read at the moment");
    }
  }

  @Override
  public void destroy() {
    threads.dispose();
  }
}
