package com.lotview.posting.account.connect;

import com.lotview.contracts.SessionOwner;
import com.lotview.kit.seal.Sealer;
import com.lotview.posting.dispatch.AccountRef;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals sessions for the one account they belong to; copied to another account they cannot be
 * opened.
 */
@Component
class SessionSeal {
  private final Sealer sealer;
  private final JsonMapper json;

  SessionSeal(Sealer sealer, JsonMapper json) {
    this.sealer = sealer;
    this.json = json;
  }

  /** The sealed JSON of the cookies. */
  Mono<String> seal(SessionCookies session, AccountRef account) {
    String context = SessionOwner.sealContext(account.dealershipId(), account.fbAccountId());
    // Elliptic-curve arithmetic is too slow for an event loop.
    return Mono.fromCallable(() -> sealer.seal(json.writeValueAsBytes(session.cookies()), context))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
