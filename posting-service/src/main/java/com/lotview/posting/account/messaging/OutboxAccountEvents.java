package com.lotview.posting.account.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.account.AccountEvents;
import com.lotview.posting.account.FbAccount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxAccountEvents implements AccountEvents {
  private final Outbox outbox;

  OutboxAccountEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> sessionChanged(FbAccount account, @Nullable String reason, Instant at) {
    AccountSession body =
        new AccountSession(
            account.id(),
            account.dealershipId(),
            account.label(),
            account.state().name(),
            reason,
            at);
    return outbox.append(
        new OutboxEvent(
            Topics.ACCOUNT_SESSION, account.id().toString(), EventTypes.ACCOUNT_SESSION, body));
  }

  record AccountSession(
      UUID fbAccountId,
      UUID dealershipId,
      String label,
      String state,
      @Nullable String reason,
      Instant at) {}
}
