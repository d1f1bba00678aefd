package com.lotview.posting.posting.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.kit.storage.ObjectStore;
import com.lotview.kit.web.ApiException;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.PostingQueries;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.submit.AcceptedPosting;
import com.lotview.posting.posting.submit.SubmitPosting;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders and shows postings. */
@RestController
@RequestMapping("/v1/postings")
class PostingController {
  private static final Duration LINK_LIFE = Duration.ofHours(1);
  private static final int MAX_LIMIT = 200;

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
  Mono<PostingResponse.Page> list(
      Caller caller,
      @RequestParam(required = false) @Nullable Set<PostingStatus> status,
      @RequestParam(required = false) @Nullable UUID vehicleId,
      @RequestParam(required = false) @Nullable UUID fbAccountId,
      @RequestParam(required = false) @Nullable UUID bulkId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int limit) {
    caller.require(Permission.POSTINGS_READ);
    within("page", page, Integer.MAX_VALUE);
    within("limit", limit, MAX_LIMIT);
    PostingFilter filter =
        new PostingFilter(
            status == null ? Set.of() : status, vehicleId, fbAccountId, bulkId, from, to);
    return queries
        .list(caller.dealershipId(), filter, page, limit)
        .map(found -> page(found, page, limit));
  }

  @GetMapping("/{id}")
  Mono<PostingResponse> get(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.POSTINGS_READ);
    return queries
        .story(new DealershipId(caller.dealershipId()), id)
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

  private static PostingResponse.Page page(PostingQueries.Page found, int page, int limit) {
    return new PostingResponse.Page(
        found.postings().stream()
            .map(posting -> PostingResponse.of(posting, null, found.starts().get(posting.id())))
            .toList(),
        new PostingResponse.Pagination(
            page, limit, found.total(), (found.total() + limit - 1) / limit));
  }

  private static void within(String name, int value, int highest) {
    if (value < 1 || value > highest) {
      throw ApiException.invalid(name, "must be 1 to " + highest);
    }
  }
}
