package com.lotview.posting.posting.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.PostingQueries;
import com.lotview.posting.posting.progress.FinishByHand;
import com.lotview.posting.posting.progress.ListingAddress;
import com.lotview.posting.posting.submit.BeginByHand;
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
import reactor.core.publisher.Mono;

/** Postings whose form a person fills: reserve, fill by the plan, report the listing. */
@RestController
@RequestMapping("/v1/postings")
class ByHandController {
  private final BeginByHand begin;
  private final FinishByHand finish;
  private final PostingQueries queries;

  ByHandController(BeginByHand begin, FinishByHand finish, PostingQueries queries) {
    this.begin = begin;
    this.finish = finish;
    this.queries = queries;
  }

  @PostMapping("/by-hand")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<BeginByHand.Reserved> begin(
      Caller caller,
      @RequestBody SubmitPostingRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    caller.require(Permission.POSTINGS_CREATE);
    if (request.scheduledFor() != null) {
      throw RefusalException.invalid("scheduledFor", "does not go with a posting by hand");
    }
    return begin.begin(caller, request.checked(), key);
  }

  @GetMapping("/{id}/form-plan")
  Mono<FormPlanResponse> plan(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.POSTINGS_CREATE);
    return queries
        .story(new DealershipId(caller.dealershipId()), id)
        .map(story -> FormPlanResponse.of(story.posting()));
  }

  @PostMapping("/{id}/listed")
  Mono<PostingResponse> listed(
      Caller caller, @PathVariable UUID id, @RequestBody ListedRequest request) {
    caller.require(Permission.POSTINGS_CREATE);
    return finish
        .listed(caller, id, request.address())
        .flatMap(posting -> queries.story(new DealershipId(caller.dealershipId()), id))
        .map(story ->
            PostingResponse.of(story.posting(), story.removal(), story.waiting(), story.names()));
  }

  /**
   * The listing that the person published.
   *
   * @param listingUrl as the browser or the site's answer shows it
   */
  record ListedRequest(
      @Nullable
          @ApiField(required = true, example = "https://www.facebook.com/marketplace/item/123456")
          String listingUrl) {

    ListingAddress address() {
      if (listingUrl == null) {
        throw RefusalException.invalid("listingUrl", "is required");
      }
      return ListingAddress.parse(listingUrl)
          .orElseThrow(() ->
              RefusalException.invalid(
                  "listingUrl", "must look like https://www.facebook.com/marketplace/item/123456"));
    }
  }
}
