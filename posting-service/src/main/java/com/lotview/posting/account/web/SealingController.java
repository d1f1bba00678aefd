package com.lotview.posting.account.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.seal.SealKey;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.sealing.DeliverSession;
import com.lotview.posting.account.sealing.SealedContent;
import com.lotview.posting.account.sealing.Sealing;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sessions that the extension seals in its owner's browser. */
@RestController
@RequestMapping("/v1/fb-accounts")
class SealingController {
  private final DeliverSession sessions;
  private final Clock clock;

  SealingController(DeliverSession sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** For whom a session is to be sealed. */
  record SealingRequest(
      @Nullable @ApiField(required = true, minLength = 1, maxLength = 80) String label,
      @Nullable @ApiField(required = true) StatedOwner owner) {

    StatedOwner checkedOwner() {
      if (owner == null) {
        throw RefusalException.invalid("owner", "is required");
      }
      return owner;
    }
  }

  /**
   * The permission to seal one session.
   *
   * @param fbAccountId of an account, or of the one that is to be
   * @param context HPKE's {@code info}
   * @param expiresAt until when the session can be delivered
   */
  record SealingResponse(
      UUID id, UUID dealershipId, UUID fbAccountId, String context, Instant expiresAt) {
    static SealingResponse of(Sealing sealing) {
      return new SealingResponse(
          sealing.id(),
          sealing.dealershipId(),
          sealing.accountId(),
          sealing.context(),
          sealing.until());
    }
  }

  /** A sealed session. */
  record SealedSessionRequest(
      @Nullable @ApiField(required = true, min = 0) Long keyId,
      @Nullable @ApiField(required = true, minLength = 1, maxLength = MAX_SEALED)
          String sealedSession) {
    private static final int MAX_SEALED = 200_000;

    SealedContent checked() {
      if (keyId == null) {
        throw RefusalException.invalid("keyId", "is required");
      }
      if (keyId < 0) {
        throw RefusalException.invalid("keyId", "must not be negative");
      }
      if (sealedSession == null || sealedSession.isBlank()) {
        throw RefusalException.invalid("sealedSession", "is required");
      }
      if (sealedSession.length() > MAX_SEALED) {
        throw RefusalException.invalid(
            "sealedSession", "must have at most " + MAX_SEALED + " characters");
      }
      return new SealedContent(keyId, sealedSession);
    }

    @Override
    public String toString() {
      return "SealedSessionRequest[keyId=" + keyId + "]";
    }
  }

  @GetMapping("/session-key")
  Mono<SealKey> key(Caller caller) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return Mono.just(sessions.key());
  }

  @PostMapping("/sealings")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<SealingResponse> begin(Caller caller, @RequestBody SealingRequest request) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    String label = ConnectAccountRequest.checkedLabel(request.label());
    return sessions.begin(caller, label, request.checkedOwner().checked()).map(SealingResponse::of);
  }

  @PutMapping("/sealings/{id}/session")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<FbAccountResponse> deliver(
      Caller caller, @PathVariable UUID id, @RequestBody SealedSessionRequest request) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return sessions
        .deliver(caller, id, request.checked())
        .map(account -> FbAccountResponse.of(account, clock.instant()));
  }
}
