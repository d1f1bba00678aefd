package com.lotview.posting.posting.remove;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Makes sure that there is no listing: cancels what no worker has, removes what is live, and notes
 * the wish where a worker is just making the listing.
 */
@Service
public class RemovePosting {
  private final PostingStore store;
  private final PostingChanges changes;
  private final RemovalOrders removals;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  RemovePosting(
      PostingStore store,
      PostingChanges changes,
      RemovalOrders removals,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.removals = removals;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A person wants no listing.
   *
   * @return fails with {@code POSTING_NOT_FOUND} or {@code POSTING_NOT_REMOVABLE}
   */
  public Mono<Posting> remove(Caller caller, UUID id, RemoveMode how) {
    RemovalWish wish = new RemovalWish(how, caller.userId(), clock.instant());
    Mono<Posting> work =
        wanted(id, wish)
            .switchIfEmpty(Mono.error(PostingMissing::error))
            .flatMap(result ->
                switch (result) {
                  case Accepted(Posting before, Posting after) ->
                      audit
                          .record(
                              caller,
                              "posting.removal-wanted",
                              "posting/" + id,
                              after.changesSince(before))
                          .thenReturn(after);
                  case Refused(ErrorCode code, String why) ->
                      Mono.error(new RefusalException(code, why));
                });
    return transactions.inTenant(caller.dealershipId(), work);
  }

  /** The result of a request that there be no listing. */
  public sealed interface Result {}

  /** It is, or will be, fulfilled. */
  public record Accepted(Posting before, Posting after) implements Result {}

  /** There is no listing to remove, or it is not known. */
  public record Refused(ErrorCode code, String why) implements Result {}

  /**
   * No listing is wanted any more, in the running transaction of the dealership; locks the
   * account's turn, and the posting after it.
   *
   * @return empty for an unknown posting
   */
  public Mono<Result> wanted(UUID id, RemovalWish wish) {
    return store
        .findAccount(id)
        .flatMap(account ->
            waiting.lock(account).then(Mono.defer(() -> waiting.remove(account.dealership(), id))))
        .then(Mono.defer(() -> store.findLocked(id)))
        .flatMap(posting -> wanted(posting, wish));
  }

  private Mono<Result> wanted(Posting posting, RemovalWish wish) {
    return switch (posting.life().after(new Trigger.RemovalWanted(wish))) {
      case Transition.Kept kept -> Mono.just(new Accepted(posting, posting));
      case Transition.Refused(ErrorCode code, String why) -> Mono.just(new Refused(code, why));
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) -> {
        Posting after = posting.in(next, clock.instant());
        Mono<Void> saved =
            switch (after.status()) {
              case CANCELLED -> changes.save(posting, after, DealerTexts.CANCELLED_REMOVAL);
              case NEEDS_REVIEW -> changes.save(posting, after, DealerTexts.MAY_BE_LIVE);
              default -> changes.note(posting, after, DealerTexts.REMOVAL_REQUESTED);
            };
        yield saved
            .then(then == Transition.FollowUp.REMOVE ? order(after, wish) : Mono.empty())
            .thenReturn(new Accepted(posting, after));
      }
    };
  }

  private Mono<Void> order(Posting posting, RemovalWish wish) {
    return Mono.defer(() -> removals.removalWanted(posting, wish.how(), wish.by()));
  }
}
