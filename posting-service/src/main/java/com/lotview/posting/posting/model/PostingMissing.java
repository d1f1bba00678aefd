package com.lotview.posting.posting.model;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;

/** The one answer for postings that are not there, also those of other dealerships. */
public final class PostingMissing {
  private PostingMissing() {}

  public static ApiException error() {
    return new ApiException(ErrorCode.POSTING_NOT_FOUND, ErrorCode.POSTING_NOT_FOUND.title());
  }
}
