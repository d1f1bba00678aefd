package com.lotview.inventory.suggestion;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.inventory.suggestion.Suggestion.Decision;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes suggestions of people who may not add vehicles, and a manager's decision. A suggestion is
 * decided once; accepting it adds the vehicle in the same transaction.
 */
@Service
public class Suggestions {
  private static final int MOST_OPEN = 100;

  private final SuggestionStore store;
  private final SuggestionEvents events;
  private final Vehicles vehicles;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  Suggestions(
      SuggestionStore store,
      SuggestionEvents events,
      Vehicles vehicles,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.vehicles = vehicles;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Makes a suggestion in the running transaction. What the draft says must obey the rules of a
   * vehicle; what a vehicle needs may be missing.
   *
   * @return fails with {@code RATE_LIMITED} if too many of the person wait for a decision
   */
  public Mono<Suggestion> suggest(
      Caller caller, VehicleDraft draft, @Nullable String page, @Nullable String note) {
    return Mono.defer(() -> {
      checkPart(draft);
      Suggestion suggestion =
          new Suggestion(
              Ids.next(), caller.dealershipId(), caller.userId(), draft, page, note, now(), null);
      return store
          .open(caller.userId())
          .filter(open -> open < MOST_OPEN)
          .switchIfEmpty(Mono.error(() -> tooMany()))
          .then(Mono.defer(() -> store.insert(suggestion)))
          .then(Mono.defer(() -> told(caller, "suggested", suggestion)));
    });
  }

  // The draft is a part of the request, so its fields are named from there.
  private void checkPart(VehicleDraft draft) {
    try {
      vehicles.checkPart(draft);
    } catch (RefusalException wrong) {
      throw new RefusalException(
          wrong.code(),
          "vehicle." + wrong.getMessage(),
          wrong.fields().stream()
              .map(one -> new FieldProblem("vehicle." + one.field(), one.reason()))
              .toList());
    }
  }

  private static RefusalException tooMany() {
    return new RefusalException(
        ErrorCode.RATE_LIMITED, MOST_OPEN + " of your suggestions wait for a decision");
  }

  /**
   * The newest first; suggestions of other people only for callers who may add vehicles.
   *
   * @param before those before this one; null to begin with the newest
   */
  public Mono<List<Suggestion>> list(
      Caller caller, Suggestion.@Nullable State state, @Nullable UUID before, int limit) {
    UUID only = caller.permits(Permission.VEHICLES_WRITE) ? null : caller.userId();
    return transactions.inTenant(
        caller.dealershipId(), store.list(state, only, before, limit).collectList());
  }

  /**
   * Adds the vehicle.
   *
   * @param completing what the manager adds or corrects
   * @return fails with {@code SUGGESTION_DECIDED}, or as adding a vehicle does
   */
  public Mono<Suggestion> accept(Caller caller, UUID id, UnaryOperator<VehicleDraft> completing) {
    return decide(
        caller,
        id,
        suggestion ->
            vehicles
                .create(caller, completing.apply(suggestion.draft()))
                .map(made -> new Decision(caller.userId(), made.vehicle().id(), null, now())));
  }

  /** Declines it; fails with {@code SUGGESTION_DECIDED}. */
  public Mono<Suggestion> decline(Caller caller, UUID id, @Nullable String reason) {
    return decide(
        caller, id, suggestion -> Mono.just(new Decision(caller.userId(), null, reason, now())));
  }

  private interface Deciding {
    Mono<Decision> on(Suggestion suggestion);
  }

  private Mono<Suggestion> decide(Caller caller, UUID id, Deciding deciding) {
    Mono<Suggestion> work =
        store
            .lock(id)
            .switchIfEmpty(Mono.error(Suggestions::notFound))
            .flatMap(suggestion ->
                suggestion.state() == Suggestion.State.OPEN
                    ? deciding.on(suggestion).map(suggestion::decided)
                    : Mono.error(decided(suggestion)))
            .delayUntil(store::decide)
            .flatMap(decided ->
                told(
                    caller,
                    decided.state() == Suggestion.State.ACCEPTED ? "accepted" : "declined",
                    decided));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Suggestion> told(Caller caller, String what, Suggestion suggestion) {
    return events
        .changed(suggestion)
        .then(audit.record(caller, "suggestion." + what, "suggestion/" + suggestion.id()))
        .thenReturn(suggestion);
  }

  private static RefusalException decided(Suggestion suggestion) {
    return new RefusalException(
        ErrorCode.SUGGESTION_DECIDED, "The suggestion is " + suggestion.state() + " already");
  }

  /** The error for a suggestion that the caller's dealership does not have. */
  public static RefusalException notFound() {
    return new RefusalException(
        ErrorCode.SUGGESTION_NOT_FOUND, ErrorCode.SUGGESTION_NOT_FOUND.title());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
