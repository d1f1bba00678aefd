package com.lotview.posting.posting.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.PostingQueries;
import com.lotview.posting.posting.lifecycle.HowRemoved;
import com.lotview.posting.posting.progress.CancelPosting;
import com.lotview.posting.posting.progress.ResolvePosting;
import com.lotview.posting.posting.progress.RetryPosting;
import com.lotview.posting.posting.remove.RemovePosting;
import com.lotview.posting.posting.submit.AcceptedPosting;
import com.lotview.posting.posting.submit.PreviewPosting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What people do with one posting. */
@RestController
@RequestMapping("/v1/postings/{id}")
class PostingActionController {
  private final CancelPosting cancel;
  private final RetryPosting retry;
  private final PreviewPosting preview;
  private final RemovePosting remove;
  private final ResolvePosting resolve;
  private final PostingQueries queries;

  PostingActionController(
      CancelPosting cancel,
      RetryPosting retry,
      PreviewPosting preview,
      RemovePosting remove,
      ResolvePosting resolve,
      PostingQueries queries) {
    this.cancel = cancel;
    this.retry = retry;
    this.preview = preview;
    this.remove = remove;
    this.resolve = resolve;
    this.queries = queries;
  }

  @PostMapping("/cancel")
  Mono<PostingResponse> cancel(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.POSTINGS_CANCEL);
    return cancel.cancel(caller, id).map(PostingResponse::of);
  }

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<AcceptedPosting> retry(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    caller.require(Permission.POSTINGS_CREATE);
    return retry.retry(caller, id, key);
  }

  @PostMapping("/preview")
  Mono<PreviewPosting.Preview> preview(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.LISTINGS_GENERATE);
    return preview.preview(caller, id);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<PostingResponse> remove(
      Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "DELETE") HowRemoved how) {
    caller.require(Permission.POSTINGS_REMOVE);
    return remove.remove(caller, id, how).flatMap(posting -> story(caller, id));
  }

  @PostMapping("/resolve")
  Mono<PostingResponse> resolve(
      Caller caller, @PathVariable UUID id, @RequestBody ResolveRequest request) {
    caller.require(Permission.POSTINGS_RESOLVE);
    return resolve.resolve(caller, id, request.checked()).flatMap(posting -> story(caller, id));
  }

  private Mono<PostingResponse> story(Caller caller, UUID id) {
    return queries
        .story(new DealershipId(caller.dealershipId()), id)
        .map(story -> PostingResponse.of(story.posting(), story.removal(), story.expectedStart()));
  }
}
