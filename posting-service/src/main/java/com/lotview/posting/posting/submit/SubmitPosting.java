package com.lotview.posting.posting.submit;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.ExpectedStarts;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Posting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes orders. What it accepts is stored and published in one transaction; what it refuses leaves
 * nothing.
 */
@Service
public class SubmitPosting {
  private static final String ROUTE = "POST /v1/postings";

  private final ListingFacts facts;
  private final FbAccounts accounts;
  private final CreatePosting acceptance;
  private final OwnText texts;
  private final DispatchQueue waiting;
  private final ExpectedStarts starts;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  SubmitPosting(
      ListingFacts facts,
      FbAccounts accounts,
      CreatePosting acceptance,
      OwnText texts,
      DispatchQueue waiting,
      ExpectedStarts starts,
      AuditTrail audit,
      IdempotentRequests idempotent,
      Clock clock) {
    this.facts = facts;
    this.accounts = accounts;
    this.acceptance = acceptance;
    this.texts = texts;
    this.waiting = waiting;
    this.starts = starts;
    this.audit = audit;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Takes an order.
   *
   * @param key the request's Idempotency-Key
   * @return fails with a {@link RefusalException} that says what to correct
   */
  public Mono<AcceptedPosting> submit(Caller caller, PostingOrder order, @Nullable String key) {
    // A repeated request gets its first answer, even if the vehicle was sold since.
    return idempotent
        .findEarlier(caller, ROUTE, key, order, AcceptedPosting.class)
        .switchIfEmpty(Mono.defer(() -> submitNew(caller, order, key)));
  }

  private Mono<AcceptedPosting> submitNew(Caller caller, PostingOrder order, @Nullable String key) {
    return listing(caller, order)
        .zipWith(facts.needsApproval(caller))
        .flatMap(known -> {
          CreatePosting.Draft draft = new CreatePosting.Draft(order, known.getT1(), known.getT2());
          Mono<AcceptedPosting> work = accept(caller, draft);
          return idempotent.once(caller, ROUTE, key, order, AcceptedPosting.class, work);
        });
  }

  // Other services are asked before the transaction: no connection waits for them.
  private Mono<ListingSnapshot> listing(Caller caller, PostingOrder order) {
    return Mono.defer(() -> {
      Schedule.check("scheduledFor", order.scheduledFor(), clock.instant());
      return facts
          .of(caller.dealershipId(), order)
          .delayUntil(snapshot -> texts.check(caller.dealershipId(), order, snapshot));
    });
  }

  private Mono<AcceptedPosting> accept(Caller caller, CreatePosting.Draft draft) {
    return accounts
        .choose(caller, draft.order().fbAccountId())
        .flatMap(account -> take(caller, account, draft))
        .flatMap(answers ->
            switch (answers.getFirst()) {
              case CreatePosting.Refused(var vehicle, RefusalException problem) ->
                  Mono.error(problem);
              case CreatePosting.Accepted(Posting posting) ->
                  texts
                      .use(posting)
                      .flatMap(this::start)
                      .flatMap(answer ->
                          audit
                              .record(
                                  caller,
                                  "posting.created",
                                  "posting/" + posting.id(),
                                  posting.changesSince(null))
                              .thenReturn(answer));
            });
  }

  // A posting that has its text is given to the queue at once: the account's lock comes first.
  private Mono<List<CreatePosting.Answer>> take(
      Caller caller, FbAccount account, CreatePosting.Draft draft) {
    Mono<Void> lock =
        draft.order().text() == null ? Mono.empty() : waiting.lock(account.ref()).then();
    return lock.then(Mono.defer(() -> acceptance.take(caller, account, List.of(draft), null)));
  }

  private Mono<AcceptedPosting> start(Posting posting) {
    Instant now = clock.instant();
    AcceptedPosting answer = AcceptedPosting.ordered(posting);
    if (posting.status() == PostingStatus.AWAITING_APPROVAL) {
      return Mono.just(answer);
    }
    return starts
        .ofNew(posting.account(), posting.job(), posting.due(now))
        .filter(start -> start.isAfter(now))
        .map(answer::expectedAt)
        .defaultIfEmpty(answer);
  }
}
