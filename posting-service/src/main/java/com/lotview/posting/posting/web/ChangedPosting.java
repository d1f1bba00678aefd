package com.lotview.posting.posting.web;

import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.PostingQueries;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The answer to an act on a posting: how it stands now, with its entity tag. */
@Component
class ChangedPosting {
  private final PostingQueries queries;

  ChangedPosting(PostingQueries queries) {
    this.queries = queries;
  }

  Mono<PostingResponse> answer(Caller caller, UUID id, ServerWebExchange exchange) {
    return queries
        .story(new DealershipId(caller.dealershipId()), id)
        .doOnNext(story -> EntityTag.tell(exchange, story.posting().updatedAt()))
        .map(story ->
            PostingResponse.of(story.posting(), story.removal(), story.waiting(), story.names()));
  }
}
