package com.lotview.posting.account.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.SealedSession;
import com.lotview.posting.account.sealing.DeliverSession;
import com.lotview.posting.dispatch.AccountRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The sealed session for the browser worker; service tokens only. */
@RestController
@RequestMapping("/internal/fb-accounts/{id}/session")
class AccountSessionController {
  private static final String DEALERSHIP = "X-Dealership-Id";
  private static final int MAX_SEALED = 1_000_000;

  private final FbAccounts accounts;
  private final DeliverSession delivered;

  AccountSessionController(FbAccounts accounts, DeliverSession delivered) {
    this.accounts = accounts;
    this.delivered = delivered;
  }

  @GetMapping
  Mono<SessionResponse> read(@PathVariable UUID id, @RequestHeader(DEALERSHIP) UUID dealershipId) {
    return accounts.session(AccountRef.of(dealershipId, id)).map(SessionResponse::of);
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> refresh(
      @PathVariable UUID id,
      @RequestHeader(DEALERSHIP) UUID dealershipId,
      @RequestBody SessionRequest request) {
    String sealed = request.checkedSession();
    return accounts
        .refreshSession(AccountRef.of(dealershipId, id), sealed, request.checkedVersion())
        .flatMap(kept -> kept ? Mono.empty() : Mono.error(AccountSessionController::stale));
  }

  /** The same session under the seal of a newer key. */
  @PutMapping("/seal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> reseal(
      @PathVariable UUID id,
      @RequestHeader(DEALERSHIP) UUID dealershipId,
      @RequestBody SessionRequest request) {
    return accounts
        .resealSession(
            AccountRef.of(dealershipId, id), request.checkedSession(), request.checkedVersion())
        .flatMap(kept -> kept ? Mono.empty() : Mono.error(AccountSessionController::stale));
  }

  /** Whose session the worker found when it opened one that nobody here had seen. */
  @PutMapping("/owner")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> owner(
      @PathVariable UUID id,
      @RequestHeader(DEALERSHIP) UUID dealershipId,
      @RequestBody StatedOwner owner) {
    return delivered.confirm(AccountRef.of(dealershipId, id), owner.checked());
  }

  private static RefusalException stale() {
    return new RefusalException(ErrorCode.SESSION_STALE, ErrorCode.SESSION_STALE.title());
  }

  record SessionResponse(
      UUID fbAccountId,
      String label,
      AccountState state,
      String sealedSession,
      long version,
      boolean unseen) {

    static SessionResponse of(SealedSession session) {
      return new SessionResponse(
          session.account().id(),
          session.account().label(),
          session.account().state(),
          session.sealed(),
          session.version(),
          session.unseen());
    }

    @Override
    public String toString() {
      return "SessionResponse[" + fbAccountId + ", version=" + version + "]";
    }
  }

  record SessionRequest(@Nullable String sealedSession, @Nullable Long version) {

    String checkedSession() {
      if (sealedSession == null || sealedSession.isBlank()) {
        throw RefusalException.invalid("sealedSession", "is required");
      }
      if (sealedSession.length() > MAX_SEALED) {
        throw RefusalException.invalid("sealedSession", "is too long");
      }
      return sealedSession;
    }

    long checkedVersion() {
      if (version == null) {
        throw RefusalException.invalid("version", "is required");
      }
      return version;
    }

    @Override
    public String toString() {
      return "SessionRequest[version=" + version + "]";
    }
  }
}
