package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.remove.RemovalView;
import com.lotview.posting.posting.remove.Removals;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class RemovalViews implements Removals {
  private final ChangeStore store;

  RemovalViews(ChangeStore store) {
    this.store = store;
  }

  @Override
  public Mono<RemovalView> of(UUID postingId) {
    return store
        .findLatest(postingId, JobKind.REMOVE)
        .map(removal ->
            new RemovalView(
                Objects.requireNonNull(removal.how(), "a removal says how"),
                removal.state().name(),
                removal.createdAt(),
                removal.error()));
  }
}
