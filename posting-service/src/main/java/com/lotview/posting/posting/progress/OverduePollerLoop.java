package com.lotview.posting.posting.progress;

import com.lotview.kit.background.Poller;
import com.lotview.posting.wiring.PostingProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Polls for overdue postings at a fixed interval. */
@Component
class OverduePollerLoop extends Poller {
  private final OverduePoller watch;

  OverduePollerLoop(OverduePoller watch, PostingProperties properties) {
    super(properties.overduePollInterval(), "Overdue postings");
    this.watch = watch;
  }

  @Override
  protected Mono<Void> poll() {
    return watch.look();
  }
}
