package com.lotview.posting.change.stock;

import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.RemoveMode;
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

/** Ends postings whose vehicle left the stock, in any state. */
@Component
class EndPosting {
  private final RemovePosting removePosting;
  private final PostingStore postings;
  private final Clock clock;

  EndPosting(RemovePosting removePosting, PostingStore postings, Clock clock) {
    this.removePosting = removePosting;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * Cancels the posting, or orders the removal of its listing. Joins the running transaction of the
   * dealership, which has locked no posting of an account whose slot it has not locked.
   *
   * @param by null: the inventory
   */
  Mono<Void> end(UUID postingId, RemoveMode how, @Nullable UUID by) {
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
