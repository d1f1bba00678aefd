package com.lotview.posting.posting.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.progress.CancelPosting;
import com.lotview.posting.posting.progress.ResolvePosting;
import com.lotview.posting.posting.progress.RetryPosting;
import com.lotview.posting.posting.remove.RemovePosting;
import com.lotview.posting.posting.submit.AcceptedPosting;
import com.lotview.posting.posting.submit.ChangePosting;
import com.lotview.posting.posting.submit.PreviewPosting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What people do with one posting. */
@RestController
@RequestMapping("/v1/postings/{id}")
class PostingActionController {
  private final ChangePosting change;
  private final CancelPosting cancel;
  private final RetryPosting retry;
  private final PreviewPosting preview;
  private final RemovePosting remove;
  private final ResolvePosting resolve;
  private final ChangedPosting changed;

  PostingActionController(
      ChangePosting change,
      CancelPosting cancel,
      RetryPosting retry,
      PreviewPosting preview,
      RemovePosting remove,
      ResolvePosting resolve,
      ChangedPosting changed) {
    this.change = change;
    this.cancel = cancel;
    this.retry = retry;
    this.preview = preview;
    this.remove = remove;
    this.resolve = resolve;
    this.changed = changed;
  }

  @PatchMapping
  Mono<PostingResponse> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody @ApiBody(PostingChangeForm.class) ObjectNode body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_CREATE);
    return change
        .change(caller, id, ChangePostingRequest.of(body), EntityTag.expected(ifMatch))
        .flatMap(posting -> changed.answer(caller, id, exchange));
  }

  @PostMapping("/cancel")
  Mono<PostingResponse> cancel(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_CANCEL);
    return cancel.cancel(caller, id).flatMap(posting -> changed.answer(caller, id, exchange));
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
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "DELETE") RemoveMode how,
      ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_REMOVE);
    return remove.remove(caller, id, how).flatMap(posting -> changed.answer(caller, id, exchange));
  }

  @PostMapping("/resolve")
  Mono<PostingResponse> resolve(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody ResolveRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_RESOLVE);
    return resolve
        .resolve(caller, id, request.checked(), EntityTag.expected(ifMatch))
        .flatMap(posting -> changed.answer(caller, id, exchange));
  }

  /** The fields of a change, for the API document; {@link ChangePostingRequest} reads them. */
  record PostingChangeForm(
      @Nullable Instant scheduledFor, @Nullable Long price, @Nullable UUID fbAccountId) {}
}
