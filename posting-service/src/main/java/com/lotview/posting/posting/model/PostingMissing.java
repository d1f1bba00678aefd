package com.lotview.posting.posting.model;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;

/** The one answer for postings that are not there, also those of other dealerships. */
public final class PostingMissing {
  private PostingMissing() {}

  public static RefusalException error() {
    return new RefusalException(ErrorCode.POSTING_NOT_FOUND, ErrorCode.POSTING_NOT_FOUND.title());
  }
}
