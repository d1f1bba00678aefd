package com.lotview.posting.account.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.account.AccountEvents;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.SessionCheck;
import com.lotview.posting.account.formcheck.FormCheck;
import com.lotview.posting.account.formcheck.FormCheckEvents;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxAccountEvents implements AccountEvents, FormCheckEvents {
  private final Outbox outbox;
  private final PostingProperties properties;

  OutboxAccountEvents(Outbox outbox, PostingProperties properties) {
    this.outbox = outbox;
    this.properties = properties;
  }

  @Override
  public Mono<Void> sessionChanged(FbAccount account, @Nullable String reason, Instant at) {
    return told(account, account.stateAt(at), reason, account.restEndAt(at), at);
  }

  @Override
  public Mono<Void> resting(FbAccount account, Instant until, Instant at) {
    return told(account, AccountState.RESTING, DealerTexts.LIMIT_NOTICE, until, at);
  }

  @Override
  public Mono<Void> checkRequested(SessionCheck check) {
    return requested(check.job(), check.account(), check.attempts(), null);
  }

  @Override
  public Mono<Void> formCheckRequested(FormCheck check) {
    return requested(check.job(), check.account(), check.attempts(), true);
  }

  private Mono<Void> requested(
      JobRef job, AccountRef account, int attempt, @Nullable Boolean readForm) {
    CheckRequested body =
        new CheckRequested(
            job.attemptId(attempt),
            job.kind().published(),
            job.id(),
            account.dealershipId(),
            account.fbAccountId(),
            attempt,
            properties.jobTimeout().toSeconds(),
            readForm);
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_REQUESTED,
            account.fbAccountId().toString(),
            EventTypes.POSTING_REQUESTED,
            body));
  }

  private Mono<Void> told(
      FbAccount account,
      AccountState state,
      @Nullable String reason,
      @Nullable Instant until,
      Instant at) {
    AccountSession body =
        new AccountSession(
            account.id(), account.dealershipId(), account.label(), state.name(), reason, until, at);
    return outbox.append(
        new OutboxEvent(
            Topics.ACCOUNT_SESSION, account.id().toString(), EventTypes.ACCOUNT_SESSION, body));
  }

  /** Body of {@code account.session}. */
  record AccountSession(
      UUID fbAccountId,
      UUID dealershipId,
      String label,
      String state,
      @Nullable String reason,
      @Nullable Instant until,
      Instant at) {}

  /** Body of {@code posting.requested} for a check. */
  record CheckRequested(
      String jobId,
      String kind,
      UUID taskId,
      UUID dealershipId,
      UUID fbAccountId,
      int attempt,
      long deadlineSeconds,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean readForm) {}
}
