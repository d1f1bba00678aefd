package com.lotview.posting.posting.submit;

import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Writes texts while a person waits. */
public interface ListingWriter {

  /**
   * A checked text.
   *
   * @param room characters of the description, at most
   * @return fails with {@code AI_GENERATION_FAILED} or {@code SERVICE_UNAVAILABLE}
   */
  Mono<ListingText> write(UUID dealershipId, ListingSnapshot snapshot, int room);
}
