package com.lotview.inventory.photo;

import com.lotview.inventory.photo.picture.Picture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads pictures off the event loop, as few at once as their memory allows; others wait. */
@Component
public class PictureReader implements DisposableBean {
  private static final int WAITING = 10_000;

  private final Scheduler threads;

  PictureReader(PhotoSettings settings) {
    this.threads = Schedulers.newBoundedElastic(settings.decodes(), WAITING, "pictures");
  }

  /** Decodes and encodes again; fails with {@code UnusableImageException}. */
  public Mono<Picture> read(byte[] bytes) {
    return Mono.fromCallable(() -> Picture.of(bytes)).subscribeOn(threads);
  }

  @Override
  public void destroy() {
    threads.dispose();
  }
}
