package com.lotview.posting.posting.progress;

import com.lotview.kit.background.Poller;
import com.lotview.posting.wiring.PostingProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Polls for overdue postings at a fixed interval. */
@Component
class OverduePollerLoop extends Poller {
  private final OverduePoller poller;

  OverduePollerLoop(OverduePoller poller, PostingProperties properties) {
    super(properties.overduePollInterval(), "Overdue postings");
    this.poller = poller;
  }

  @Override
  protected Mono<Void> poll() {
    return poller.poll();
  }
}
