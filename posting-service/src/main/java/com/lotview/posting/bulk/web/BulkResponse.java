package com.lotview.posting.bulk.web;

import com.lotview.posting.bulk.Bulk;
import com.lotview.posting.bulk.BulkQueries;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bulk order as people see it. */
record BulkResponse(
    UUID bulkId,
    UUID userId,
    UUID fbAccountId,
    int staggerMinutes,
    int total,
    int completed,
    int failed,
    Instant createdAt,
    List<Item> postings) {

  /** One of its postings. */
  record Item(
      UUID id,
      UUID vehicleId,
      PostingStatus status,
      @Nullable Instant scheduledFor,
      @Nullable String fbListingUrl,
      @Nullable PostingError lastError) {

    static Item of(Posting posting) {
      LiveListing live = posting.live();
      return new Item(
          posting.id(),
          posting.vehicleId(),
          posting.status(),
          posting.scheduledFor(),
          live == null ? null : live.url(),
          posting.lastError());
    }
  }

  static BulkResponse of(BulkQueries.Story story) {
    Bulk bulk = story.bulk();
    return new BulkResponse(
        bulk.id(),
        bulk.userId(),
        bulk.fbAccountId(),
        bulk.staggerMinutes(),
        story.tally().total(),
        story.tally().completed(),
        story.tally().failed(),
        bulk.createdAt(),
        story.postings().stream().map(Item::of).toList());
  }
}
