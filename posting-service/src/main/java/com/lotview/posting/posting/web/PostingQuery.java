package com.lotview.posting.posting.web;

import com.lotview.kit.openapi.ApiField;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list of postings, for the API document; {@link PostingListParameters} reads
 * it.
 */
record PostingQuery(
    @Nullable Set<PostingStatus> status,
    @Nullable UUID vehicleId,
    @Nullable UUID fbAccountId,
    @Nullable UUID bulkId,
    @Nullable Boolean mine,
    @Nullable UUID userId,
    @Nullable @ApiField(maxLength = PostingListParameters.MAX_SEARCH) String search,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant startsFrom,
    @Nullable Instant startsTo,
    @Nullable String sort,
    @Nullable @ApiField(min = 1, max = PostingListParameters.MAX_PAGE) Integer page,
    @Nullable @ApiField(min = 1, max = PostingListParameters.MAX_LIMIT) Integer limit,
    @Nullable String cursor) {

  /** The same without order and parts. */
  record Filter(
      @Nullable Set<PostingStatus> status,
      @Nullable UUID vehicleId,
      @Nullable UUID fbAccountId,
      @Nullable UUID bulkId,
      @Nullable Boolean mine,
      @Nullable UUID userId,
      @Nullable @ApiField(maxLength = PostingListParameters.MAX_SEARCH) String search,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Instant startsFrom,
      @Nullable Instant startsTo) {}
}
