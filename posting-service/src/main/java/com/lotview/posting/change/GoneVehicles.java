package com.lotview.posting.change;

import com.lotview.posting.posting.lifecycle.HowRemoved;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.remove.RemovePosting;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends postings whose vehicle is gone, wherever they are. */
@Component
class GoneVehicles {
  private final RemovePosting removePosting;
  private final PostingStore postings;
  private final Clock clock;

  GoneVehicles(RemovePosting removePosting, PostingStore postings, Clock clock) {
    this.removePosting = removePosting;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * Calls the posting off, or has its listing taken down; in the running transaction of the
   * dealership, which has locked no posting of an account whose turn it has not locked.
   *
   * @param by null: the inventory
   */
  Mono<Void> gone(UUID postingId, HowRemoved how, @Nullable UUID by) {
    Instant now = clock.instant();
    return removePosting
        .wanted(postingId, new RemovalWish(how, by, now))
        .flatMap(result ->
            result instanceof RemovePosting.Refused refused
                ? note(postingId, refused, now)
                : Mono.empty());
  }

  private Mono<Void> note(UUID postingId, RemovePosting.Refused refused, Instant now) {
    String message = DealerTexts.leftStockNotRemoved(refused.why());
    return postings.append(postingId, TimelineEntry.note(now, message, 0));
  }
}
