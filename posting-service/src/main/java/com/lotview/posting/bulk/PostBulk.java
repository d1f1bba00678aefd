package com.lotview.posting.bulk;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.kit.id.Ids;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.submit.CreatePosting;
import com.lotview.posting.posting.submit.ListingFacts;
import com.lotview.posting.posting.submit.PostingOrder;
import com.lotview.posting.posting.submit.Schedule;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.vehicle.VehicleSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes bulk orders. The answer names each vehicle that cannot be posted; the others are posted all
 * the same, so that one sold car does not stop sixty. If none can be posted, the order is refused
 * and nothing is stored.
 */
@Service
public class PostBulk {
  private static final String ROUTE = "POST /v1/postings/bulk";
  private static final int ASKED_AT_ONCE = 8;
  private static final int MOST_MATCHES = 500;

  private final VehicleSource stock;
  private final ListingFacts facts;
  private final FbAccounts accounts;
  private final CreatePosting acceptance;
  private final BulkStore store;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  PostBulk(
      VehicleSource stock,
      ListingFacts facts,
      FbAccounts accounts,
      CreatePosting acceptance,
      BulkStore store,
      AuditTrail audit,
      IdempotentRequests idempotent,
      Clock clock) {
    this.stock = stock;
    this.facts = facts;
    this.accounts = accounts;
    this.acceptance = acceptance;
    this.store = store;
    this.audit = audit;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /** A vehicle of the order: what its listing is made of, or why there is none. */
  private sealed interface Candidate {}

  private record Postable(UUID vehicleId, ListingSnapshot snapshot) implements Candidate {}

  private record Unpostable(UUID vehicleId, RefusalException problem) implements Candidate {}

  /**
   * Takes an order.
   *
   * @param key the request's Idempotency-Key
   * @return fails with {@code VEHICLE_NOT_POSTABLE} if no vehicle can be posted, and with {@code
   *     SERVICE_UNAVAILABLE} if it cannot be known
   */
  public Mono<AcceptedBulk> post(Caller caller, BulkOrder order, @Nullable String key) {
    // A repeated request gets its first answer, even if the inventory has changed since.
    return idempotent
        .findEarlier(caller, ROUTE, key, order, AcceptedBulk.class)
        .switchIfEmpty(
            Mono.defer(() ->
                candidates(caller, order)
                    .zipWith(facts.needsApproval(caller))
                    .flatMap(known ->
                        idempotent.once(
                            caller,
                            ROUTE,
                            key,
                            order,
                            AcceptedBulk.class,
                            accept(caller, order, known.getT1(), known.getT2())))));
  }

  private Mono<List<Candidate>> candidates(Caller caller, BulkOrder order) {
    Schedule.check("scheduledFor", order.scheduledFor(), clock.instant());
    return vehicles(caller, order)
        .doOnNext(ids -> {
          Instant now = clock.instant();
          Schedule.check("staggerMinutes", moment(now, ids.size() - 1, order), now);
        })
        .flatMapIterable(ids -> ids)
        .flatMapSequential(vehicle -> candidate(caller, vehicle), ASKED_AT_ONCE)
        .collectList();
  }

  private Mono<List<UUID>> vehicles(Caller caller, BulkOrder order) {
    Map<String, String> filter = order.filter();
    return filter == null
        ? Mono.just(order.vehicleIds())
        : stock
            .matching(caller.dealershipId(), filter)
            .map(found -> {
              if (found.ids().isEmpty()) {
                throw RefusalException.invalid("filter", "matches no vehicle");
              }
              if (found.more() || found.ids().size() > MOST_MATCHES) {
                throw RefusalException.invalid(
                    "filter", "matches more than " + MOST_MATCHES + " vehicles");
              }
              return found.ids();
            });
  }

  private Mono<Candidate> candidate(Caller caller, UUID vehicleId) {
    PostingOrder order = new PostingOrder(vehicleId, null, null, null, null);
    return facts
        .of(caller.dealershipId(), order)
        .<Candidate>map(snapshot -> new Postable(vehicleId, snapshot))
        .onErrorResume(
            RefusalException.class,
            problem ->
                problem.code() == ErrorCode.SERVICE_UNAVAILABLE
                    ? Mono.error(problem)
                    : Mono.just(new Unpostable(vehicleId, problem)));
  }

  private Mono<AcceptedBulk> accept(
      Caller caller, BulkOrder order, List<Candidate> candidates, boolean held) {
    return accounts
        .choose(caller, order.fbAccountId())
        .flatMap(account -> {
          Instant now = clock.instant();
          List<AcceptedBulk.Refusal> refused = new ArrayList<>();
          List<CreatePosting.Draft> drafts = new ArrayList<>();
          for (Candidate candidate : candidates) {
            switch (candidate) {
              case Unpostable(UUID vehicle, RefusalException problem) ->
                  refused.add(AcceptedBulk.Refusal.of(vehicle, problem));
              case Postable(UUID vehicle, ListingSnapshot snapshot) ->
                  drafts.add(
                      draft(vehicle, snapshot, account, moment(now, drafts.size(), order), held));
            }
          }
          Bulk bulk = bulk(caller, order, account, Math.max(1, drafts.size()), now);
          return keep(caller, account, bulk, drafts, refused);
        });
  }

  private static Bulk bulk(
      Caller caller, BulkOrder order, FbAccount account, int size, Instant now) {
    return new Bulk(
        Ids.next(),
        caller.dealershipId(),
        caller.userId(),
        account.id(),
        order.staggerMinutes(),
        size,
        now);
  }

  private Mono<AcceptedBulk> keep(
      Caller caller,
      FbAccount account,
      Bulk bulk,
      List<CreatePosting.Draft> drafts,
      List<AcceptedBulk.Refusal> refused) {
    return store
        .insert(bulk)
        .then(Mono.defer(() -> acceptance.take(caller, account, drafts, bulk.id())))
        .map(answers -> answer(bulk, answers, refused))
        .flatMap(answer ->
            answer.postings().isEmpty()
                ? Mono.error(nothingLeft(answer.refused()))
                : store
                    .setTotal(bulk.id(), answer.postings().size())
                    .then(note(caller, bulk.of(answer.postings().size())))
                    .thenReturn(answer));
  }

  private Mono<Void> note(Caller caller, Bulk bulk) {
    return audit.record(caller, "bulk.created", "bulk/" + bulk.id(), Changes.between(null, bulk));
  }

  private static AcceptedBulk answer(
      Bulk bulk, List<CreatePosting.Answer> answers, List<AcceptedBulk.Refusal> unpostable) {
    List<AcceptedBulk.Item> items = new ArrayList<>();
    List<AcceptedBulk.Refusal> refused = new ArrayList<>(unpostable);
    for (CreatePosting.Answer answer : answers) {
      switch (answer) {
        case CreatePosting.Accepted(Posting posting) -> items.add(AcceptedBulk.Item.of(posting));
        case CreatePosting.Refused(UUID vehicle, RefusalException problem) ->
            refused.add(AcceptedBulk.Refusal.of(vehicle, problem));
      }
    }
    return new AcceptedBulk(bulk.id(), items, refused);
  }

  private static RefusalException nothingLeft(List<AcceptedBulk.Refusal> refused) {
    return new RefusalException(
        ErrorCode.VEHICLE_NOT_POSTABLE,
        DealerTexts.NONE_POSTABLE,
        refused.stream()
            .map(one ->
                new FieldProblem(
                    "vehicleIds: " + one.vehicleId(), one.code() + ": " + one.detail()))
            .toList());
  }

  private static CreatePosting.Draft draft(
      UUID vehicleId, ListingSnapshot snapshot, FbAccount account, Instant at, boolean held) {
    return new CreatePosting.Draft(
        new PostingOrder(vehicleId, account.id(), at, null, null), snapshot, held);
  }

  private static Instant moment(Instant now, int place, BulkOrder order) {
    Instant wanted = order.scheduledFor();
    // A time that has just passed means now, as in an order of one vehicle.
    Instant first = wanted == null || wanted.isBefore(now) ? now : wanted;
    return first.plus(Duration.ofMinutes((long) place * order.staggerMinutes()));
  }
}
