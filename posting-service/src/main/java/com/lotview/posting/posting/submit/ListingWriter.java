package com.lotview.posting.posting.submit;

import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Writes and checks texts while a person waits. */
public interface ListingWriter {

  /**
   * A checked text.
   *
   * @param room characters of the description, at most
   * @return fails with {@code AI_GENERATION_FAILED} or {@code SERVICE_UNAVAILABLE}
   */
  Mono<ListingText> write(UUID dealershipId, ListingSnapshot snapshot, int room);

  /**
   * Checks a person's text by the rules for all texts.
   *
   * @param room characters of the description, at most
   * @return each reason why it may not be used, a sentence; fails with {@code SERVICE_UNAVAILABLE}
   */
  Mono<List<String>> problems(
      UUID dealershipId, ListingSnapshot snapshot, int room, ListingText text);
}
