package com.lotview.posting.posting.submit;

import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.audit.AuditTrail;
import com.lotview.posting.dispatch.ExpectedStarts;
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
  private final ExpectedStarts starts;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  SubmitPosting(
      ListingFacts facts,
      FbAccounts accounts,
      CreatePosting acceptance,
      ExpectedStarts starts,
      AuditTrail audit,
      IdempotentRequests idempotent,
      Clock clock) {
    this.facts = facts;
    this.accounts = accounts;
    this.acceptance = acceptance;
    this.starts = starts;
    this.audit = audit;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Takes an order.
   *
   * @param key the request's Idempotency-Key
   * @return fails with an {@link ApiException} that says what to mend
   */
  public Mono<AcceptedPosting> submit(Caller caller, PostingOrder order, @Nullable String key) {
    // A repeat gets its first answer even if the vehicle was sold since.
    return idempotent
        .findEarlier(caller, ROUTE, key, order, AcceptedPosting.class)
        .switchIfEmpty(Mono.defer(() -> submitNew(caller, order, key)));
  }

  private Mono<AcceptedPosting> submitNew(Caller caller, PostingOrder order, @Nullable String key) {
    return listing(caller, order)
        .flatMap(snapshot -> {
          Mono<AcceptedPosting> work = accept(caller, new CreatePosting.Draft(order, snapshot));
          return idempotent.once(caller, ROUTE, key, order, AcceptedPosting.class, work);
        });
  }

  // Other services are asked before the transaction: no connection waits for them.
  private Mono<ListingSnapshot> listing(Caller caller, PostingOrder order) {
    return Mono.defer(() -> {
      Schedule.check("scheduledFor", order.scheduledFor(), clock.instant());
      return facts.of(caller.dealershipId(), order);
    });
  }

  private Mono<AcceptedPosting> accept(Caller caller, CreatePosting.Draft draft) {
    return accounts
        .choose(draft.order().fbAccountId())
        .flatMap(account -> acceptance.take(caller, account, List.of(draft), null))
        .flatMap(answers ->
            switch (answers.getFirst()) {
              case CreatePosting.Refused(var vehicle, ApiException problem) -> Mono.error(problem);
              case CreatePosting.Accepted(Posting posting) ->
                  start(posting)
                      .flatMap(answer ->
                          audit
                              .record(caller, "posting.created", "posting/" + posting.id())
                              .thenReturn(answer));
            });
  }

  private Mono<AcceptedPosting> start(Posting posting) {
    Instant now = clock.instant();
    AcceptedPosting answer = AcceptedPosting.ordered(posting);
    return starts
        .ofNew(posting.account(), posting.job(), posting.due(now))
        .filter(start -> start.isAfter(now))
        .map(answer::expectedAt)
        .defaultIfEmpty(answer);
  }
}
