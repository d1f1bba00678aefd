package com.lotview.posting.posting.web;

import static com.lotview.kit.error.RefusalException.required;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.security.Revocations;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.progress.CancelPosting;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Requests of notification-service on behalf of the person of a socket; service tokens only. */
@RestController
class PostingServiceController {
  private final CancelPosting cancel;
  private final Revocations revocations;

  PostingServiceController(CancelPosting cancel, Revocations revocations) {
    this.cancel = cancel;
    this.revocations = revocations;
  }

  /**
   * Cancels as {@code POST /v1/postings/{id}/cancel} does. The person's access is checked again
   * here: it may have been revoked since the socket was opened.
   */
  @PostMapping("/internal/postings/{id}/cancel")
  Mono<Cancelled> cancel(
      @PathVariable UUID id,
      @RequestHeader("X-Dealership-Id") UUID dealershipId,
      @RequestBody Person person) {
    Caller caller = person.caller(dealershipId);
    return revocations
        .check(person.access())
        .doOnNext(valid -> caller.require(Permission.POSTINGS_CANCEL))
        .flatMap(valid -> cancel.cancel(caller, id))
        .map(posting -> new Cancelled(posting.status()));
  }

  /**
   * The person who sends the request, as named in the access token.
   *
   * @param scope the permissions, separated by blanks
   * @param address where the person's socket comes from, for the audit trail
   */
  record Person(
      @Nullable UUID userId,
      @Nullable UUID sessionId,
      int accessVersion,
      @Nullable String scope,
      @Nullable String address,
      @Nullable String userAgent) {

    Access access() {
      return new Access(required("userId", userId), sessionId, accessVersion);
    }

    Caller caller(UUID dealershipId) {
      Set<Permission> permissions =
          Stream.of(required("scope", scope).split(" "))
              .flatMap(value -> Permission.find(value).stream())
              .collect(Collectors.toUnmodifiableSet());
      return new Caller(
          required("userId", userId),
          dealershipId,
          null,
          permissions,
          new RequestOrigin(address, userAgent));
    }
  }

  record Cancelled(PostingStatus status) {}
}
