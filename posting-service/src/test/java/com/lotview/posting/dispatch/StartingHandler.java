package com.lotview.posting.dispatch;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** A handler whose start alone matters. */
public interface StartingHandler extends JobHandler {
  @Override
  default Mono<Boolean> awaits(JobResult result) {
    return Mono.just(false);
  }

  @Override
  default Mono<Void> finished(JobResult result, Instant now) {
    return Mono.empty();
  }
}
