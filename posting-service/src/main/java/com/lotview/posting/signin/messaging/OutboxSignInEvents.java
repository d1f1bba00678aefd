package com.lotview.posting.signin.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.signin.SignIn;
import com.lotview.posting.signin.SignInEvents;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OutboxSignInEvents implements SignInEvents {
  private final Outbox outbox;
  private final PostingProperties properties;

  OutboxSignInEvents(Outbox outbox, PostingProperties properties) {
    this.outbox = outbox;
    this.properties = properties;
  }

  @Override
  public Mono<Void> browserWanted(SignIn signIn) {
    JobRef job = new JobRef(JobKind.SIGN_IN, signIn.id());
    SignInRequested body =
        new SignInRequested(
            job.attemptId(1),
            job.kind().published(),
            job.id(),
            signIn.dealershipId(),
            signIn.accountId(),
            1,
            properties.signInTimeout().toSeconds());
    return outbox.append(
        new OutboxEvent(
            Topics.POSTING_REQUESTED,
            signIn.accountId().toString(),
            EventTypes.POSTING_REQUESTED,
            body));
  }

  @Override
  public Mono<Void> ownerWanted(SignIn signIn) {
    OwnerWanted body =
        new OwnerWanted(
            signIn.accountId(),
            signIn.dealershipId(),
            signIn.label(),
            "OWNER_WANTED",
            signIn.reason(),
            signIn.until(),
            signIn.createdAt());
    return outbox.append(
        new OutboxEvent(
            Topics.ACCOUNT_SESSION,
            signIn.accountId().toString(),
            EventTypes.ACCOUNT_SESSION,
            body));
  }

  /** Body of {@code account.session} for a job that waits. */
  record OwnerWanted(
      UUID fbAccountId,
      UUID dealershipId,
      String label,
      String state,
      @Nullable String reason,
      Instant until,
      Instant at) {}

  /** Body of {@code posting.requested} for a sign-in. */
  record SignInRequested(
      String jobId,
      String kind,
      UUID taskId,
      UUID dealershipId,
      UUID fbAccountId,
      int attempt,
      long deadlineSeconds) {}
}
