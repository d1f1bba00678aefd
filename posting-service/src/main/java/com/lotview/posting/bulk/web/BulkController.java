package com.lotview.posting.bulk.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.posting.bulk.AcceptedBulk;
import com.lotview.posting.bulk.BulkQueries;
import com.lotview.posting.bulk.PostBulk;
import com.lotview.posting.id.DealershipId;
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

@RestController
@RequestMapping("/v1/postings/bulk")
class BulkController {
  private final PostBulk bulk;
  private final BulkQueries queries;

  BulkController(PostBulk bulk, BulkQueries queries) {
    this.bulk = bulk;
    this.queries = queries;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<AcceptedBulk> post(
      Caller caller,
      @RequestBody BulkRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    caller.require(Permission.POSTINGS_BULK);
    return bulk.post(caller, request.checked(), key);
  }

  @GetMapping("/{id}")
  Mono<BulkResponse> get(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.POSTINGS_READ);
    return queries.story(new DealershipId(caller.dealershipId()), id).map(BulkResponse::of);
  }
}
