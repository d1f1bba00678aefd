package com.lotview.posting.change;

import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ListingSnapshot.Overrides;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives postings that no worker has yet the price that their vehicle has now. */
@Component
public class WaitingPrices {
  private static final Set<PostingStatus> WAITING =
      EnumSet.of(
          PostingStatus.QUEUED,
          PostingStatus.AWAITING_APPROVAL,
          PostingStatus.GENERATING,
          PostingStatus.READY,
          PostingStatus.NEEDS_LOGIN);

  private final PostingStore postings;
  private final Clock clock;

  WaitingPrices(PostingStore postings, Clock clock) {
    this.postings = postings;
    this.clock = clock;
  }

  /** Whether the order named its own price, which the vehicle's price does not change. */
  public static boolean hasOwn(Posting posting) {
    Overrides overrides = posting.snapshot().overrides();
    return overrides != null && overrides.priceCents() != null;
  }

  /** The locked posting, if it waits, is posted at that price. */
  public Mono<Void> take(Posting posting, long cents) {
    if (!WAITING.contains(posting.status())
        // A worker still looks for a listing with the old price.
        || posting.life().openClick() != null
        || hasOwn(posting)
        || Objects.equals(posting.snapshot().vehicle().priceCents(), cents)) {
      return Mono.empty();
    }
    Instant now = clock.instant();
    return postings
        .reissue(
            posting.status(),
            posting.priced(cents, now),
            ChangeLog.note(posting, DealerTexts.priceBeforePosting(cents), now))
        .then();
  }
}
