package com.lotview.posting.posting.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.openapi.ApiQuery;
import com.lotview.kit.security.Caller;
import com.lotview.kit.storage.ObjectStore;
import com.lotview.kit.web.EntityTag;
import com.lotview.kit.web.Pagination;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.PostingQueries;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.PostingSlice;
import com.lotview.posting.posting.submit.AcceptedPosting;
import com.lotview.posting.posting.submit.SubmitPosting;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Orders and shows postings. */
@RestController
@RequestMapping("/v1/postings")
class PostingController {
  private static final Duration LINK_LIFE = Duration.ofHours(1);

  private final SubmitPosting submit;
  private final PostingQueries queries;
  private final ObjectStore objects;

  PostingController(SubmitPosting submit, PostingQueries queries, ObjectStore objects) {
    this.submit = submit;
    this.queries = queries;
    this.objects = objects;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<AcceptedPosting> submit(
      Caller caller,
      @RequestBody SubmitPostingRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    caller.require(Permission.POSTINGS_CREATE);
    return submit.submit(caller, request.checked(), key);
  }

  @GetMapping
  @ApiQuery(PostingQuery.class)
  Mono<PostingResponse.Page> list(Caller caller, ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_READ);
    PostingListParameters wanted = PostingListParameters.of(caller, exchange);
    return queries
        .list(caller.dealershipId(), wanted.filter(), wanted.slice())
        .map(found -> page(found, wanted));
  }

  /**
   * How many postings there are.
   *
   * @param counts of each state, also of those that have none
   */
  record Counts(Map<PostingStatus, Long> counts, long total) {
    static Counts of(Map<PostingStatus, Long> counts) {
      return new Counts(counts, counts.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @GetMapping("/counts")
  @ApiQuery(PostingQuery.Filter.class)
  Mono<Counts> counts(Caller caller, ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_READ);
    return queries
        .counts(caller.dealershipId(), PostingListParameters.filter(caller, exchange))
        .map(Counts::of);
  }

  @GetMapping("/{id}")
  Mono<PostingResponse> get(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_READ);
    return queries
        .story(new DealershipId(caller.dealershipId()), id)
        .doOnNext(story -> EntityTag.tell(exchange, story.posting().updatedAt()))
        .map(story ->
            PostingResponse.of(story, story.evidence().stream().map(this::picture).toList()));
  }

  private PostingResponse.Picture picture(Evidence evidence) {
    return new PostingResponse.Picture(
        evidence.kind(),
        evidence.attempt(),
        objects.link(evidence.key(), LINK_LIFE),
        evidence.takenAt());
  }

  private static PostingResponse.Page page(
      PostingQueries.Page found, PostingListParameters wanted) {
    PostingSlice.After next = found.next();
    return new PostingResponse.Page(
        found.postings().stream()
            .map(posting ->
                PostingResponse.of(posting, null, found.waits().get(posting.id()), found.names()))
            .toList(),
        Pagination.of(wanted.page(), wanted.slice().limit(), found.total()),
        next == null ? null : wanted.cursor(next));
  }
}
