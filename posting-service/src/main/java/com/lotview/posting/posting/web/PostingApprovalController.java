package com.lotview.posting.posting.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import com.lotview.posting.posting.submit.DecidePosting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A manager's approval or refusal. */
@RestController
@RequestMapping("/v1/postings/{id}")
class PostingApprovalController {
  private static final String IF_MATCH = "If-Match";

  private final DecidePosting decide;
  private final ChangedPosting changed;

  PostingApprovalController(DecidePosting decide, ChangedPosting changed) {
    this.decide = decide;
    this.changed = changed;
  }

  /** Why a posting is declined. */
  record DeclineRequest(@Nullable String reason) {
    private static final int LONGEST = 500;

    String checked() {
      if (reason == null || reason.isBlank()) {
        throw RefusalException.invalid("reason", "is required");
      }
      if (reason.length() > LONGEST) {
        throw RefusalException.invalid("reason", "must have at most " + LONGEST + " characters");
      }
      return reason.strip();
    }
  }

  @PostMapping("/approve")
  Mono<PostingResponse> approve(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_APPROVE);
    return decide
        .approve(caller, id, EntityTag.expected(ifMatch))
        .flatMap(posting -> changed.answer(caller, id, exchange));
  }

  @PostMapping("/decline")
  Mono<PostingResponse> decline(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody DeclineRequest request,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.POSTINGS_APPROVE);
    return decide
        .decline(caller, id, request.checked(), EntityTag.expected(ifMatch))
        .flatMap(posting -> changed.answer(caller, id, exchange));
  }
}
