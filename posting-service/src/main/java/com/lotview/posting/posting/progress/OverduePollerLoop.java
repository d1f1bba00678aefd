package com.lotview.posting.posting.progress;

import com.lotview.kit.background.RepeatedLook;
import com.lotview.posting.wiring.PostingProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets the watch look regularly. */
@Component
class OverduePollerLoop extends RepeatedLook {
  private final OverduePoller watch;

  OverduePollerLoop(OverduePoller watch, PostingProperties properties) {
    super(properties.watchLook(), "Overdue postings");
    this.watch = watch;
  }

  @Override
  protected Mono<Void> look() {
    return watch.look();
  }
}
