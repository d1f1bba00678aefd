package com.lotview.posting.change.stock;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.change.ChangeOrders;
import com.lotview.posting.change.ChangeState;
import com.lotview.posting.change.ChangeStore;
import com.lotview.posting.change.ListingChange;
import com.lotview.posting.change.RemovalHold;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removals that wait for a manager's decision. */
@Service
public class HeldRemovals {
  private final HoldStore holds;
  private final ChangeStore changes;
  private final ChangeOrders orders;
  private final MissingFromImport missing;
  private final PostingStore postings;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  HeldRemovals(
      HoldStore holds,
      ChangeStore changes,
      ChangeOrders orders,
      MissingFromImport missing,
      PostingStore postings,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.holds = holds;
    this.changes = changes;
    this.orders = orders;
    this.missing = missing;
    this.postings = postings;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A hold and the postings whose listings are held now. */
  public record View(RemovalHold hold, List<Posting> held) {}

  /** All that wait for a decision, oldest first. */
  public Mono<List<View>> list(UUID dealershipId) {
    Mono<List<View>> work =
        holds
            .findUndecided()
            .collectList()
            .flatMapIterable(found -> found)
            .concatMap(hold -> held(hold.importId()).map(held -> new View(hold, held)))
            .collectList();
    return transactions.inTenant(dealershipId, work);
  }

  private Mono<List<Posting>> held(UUID importId) {
    return changes
        .findHeld(importId)
        .collectList()
        .flatMapIterable(found -> found)
        .concatMap(change -> postings.find(change.postingId()))
        .collectList();
  }

  /**
   * A manager decides.
   *
   * @return how many listings are concerned; fails with {@code HOLD_NOT_FOUND}
   */
  public Mono<Integer> decide(Caller caller, UUID importId, RemovalHold.Decision decision) {
    Mono<Integer> work =
        holds
            .decide(importId, decision, caller.userId(), clock.instant())
            .switchIfEmpty(
                Mono.error(() ->
                    new RefusalException(
                        ErrorCode.HOLD_NOT_FOUND, ErrorCode.HOLD_NOT_FOUND.title())))
            .flatMap(hold -> carryOut(caller, hold, decision));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Integer> carryOut(Caller caller, RemovalHold hold, RemovalHold.Decision decision) {
    String action = "held-removals." + decision.name().toLowerCase(Locale.ROOT);
    return changes
        .findHeld(hold.importId())
        .collectList()
        .flatMap(held ->
            (switch (decision) {
                  case REMOVE -> missing.release(hold, caller.userId());
                  case KEEP -> keep(held);
                })
                .then(audit.record(caller, action, "import/" + hold.importId()))
                .thenReturn(held.size()));
  }

  private Mono<Void> keep(List<ListingChange> held) {
    return Flux.fromIterable(held)
        .concatMap(change ->
            postings
                .findLocked(change.postingId())
                .zipWhen(posting -> changes.findLocked(change.id()))
                .filter(found -> found.getT2().state() == ChangeState.HELD)
                .flatMap(found ->
                    orders.drop(found.getT2(), found.getT1(), DealerTexts.Dropped.KEPT_BY_MANAGER)))
        .then();
  }
}
