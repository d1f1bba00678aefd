package com.lotview.worker.fleet.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.worker.fleet.job.LookOrder;
import com.lotview.worker.marketplace.listings.Survey;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a look saw of the account's listings, in {@code posting.completed}. */
record ListingsSeen(boolean readToEnd, int others, List<Seen> seen) {
  private static final int CENTS = 100;

  /** One requested listing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Seen(
      UUID postingId,
      String listingId,
      String state,
      @Nullable Long priceCents,
      @Nullable String says,
      @Nullable Integer clicks,
      boolean renewable) {

    static Seen of(LookOrder.Listing asked, Survey.Seen seen) {
      Long price = seen.price();
      return new Seen(
          asked.postingId(),
          asked.listingId(),
          seen.state().name(),
          price == null ? null : price * CENTS,
          seen.says(),
          seen.clicks(),
          seen.renewable());
    }
  }

  static ListingsSeen of(LookOrder order, Survey survey) {
    return new ListingsSeen(
        survey.readToEnd(),
        survey.others(),
        IntStream.range(0, order.listings().size())
            .mapToObj(i -> Seen.of(order.listings().get(i), survey.seen().get(i)))
            .toList());
  }
}
