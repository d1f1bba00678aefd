package com.lotview.posting.posting.submit;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Market;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.formcheck.FormCheckStore;
import com.lotview.posting.account.formcheck.ListedMakes;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes time, price and account of orders that no worker has. */
@Service
public class ChangePosting {
  private final PostingStore store;
  private final PostingChanges changes;
  private final ListingFacts facts;
  private final FbAccounts accounts;
  private final ListedMakes makes;
  private final FormCheckStore forms;
  private final DispatchQueue waiting;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  ChangePosting(
      PostingStore store,
      PostingChanges changes,
      ListingFacts facts,
      FbAccounts accounts,
      ListedMakes makes,
      FormCheckStore forms,
      DispatchQueue waiting,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.facts = facts;
    this.accounts = accounts;
    this.makes = makes;
    this.forms = forms;
    this.waiting = waiting;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Changes the order; a field with its present value is not a change.
   *
   * @return fails with {@code POSTING_NOT_FOUND}, {@code POSTING_NOT_CHANGEABLE}, {@code
   *     VERSION_CONFLICT}, or as a new order through the account would
   */
  public Mono<Posting> change(
      Caller caller, UUID id, OrderChange change, ExpectedVersion expected) {
    return Mono.defer(() -> {
      OrderChange.Time time = change.time();
      Schedule.check("scheduledFor", time == null ? null : time.at(), clock.instant());
      return facts
          .needsApproval(caller)
          .map(held -> new Wanted(caller, id, change, expected, held))
          .flatMap(wanted -> transactions.inTenant(caller.dealershipId(), change(wanted)));
    });
  }

  /**
   * A wish to change an order.
   *
   * @param held the caller's postings need a manager's approval; once approved, the caller cannot
   *     change them
   */
  private record Wanted(
      Caller caller, UUID id, OrderChange change, ExpectedVersion expected, boolean held) {}

  private Mono<Posting> change(Wanted wanted) {
    return store
        .findAccount(wanted.id())
        .switchIfEmpty(Mono.error(PostingMissing::error))
        .flatMap(account ->
            target(wanted)
                .flatMap(target -> change(wanted, account, target))
                .switchIfEmpty(Mono.defer(() -> change(wanted, account, null))));
  }

  private Mono<FbAccount> target(Wanted wanted) {
    UUID account = wanted.change().fbAccountId();
    return account == null ? Mono.empty() : accounts.choose(wanted.caller(), account);
  }

  private Mono<Posting> change(Wanted wanted, AccountRef account, @Nullable FbAccount target) {
    return lock(account, target)
        .then(Mono.defer(() -> store.findLocked(wanted.id())))
        .flatMap(posting -> {
          wanted.expected().check(posting.updatedAt());
          if (!posting.account().equals(account)) {
            return Mono.error(refused(DealerTexts.CHANGED_MEANWHILE));
          }
          return wanted.held() && posting.status() != PostingStatus.AWAITING_APPROVAL
              ? Mono.error(refused(DealerTexts.APPROVED_AS_IT_IS))
              : decide(wanted.caller(), posting, target, wanted.change());
        });
  }

  // Several slots are locked in the order of their ids.
  private Mono<Void> lock(AccountRef account, @Nullable FbAccount target) {
    return Flux.fromStream(
            Stream.of(account, target == null ? account : target.ref())
                .distinct()
                .sorted(Comparator.comparing(AccountRef::fbAccountId)))
        .concatMap(waiting::lock)
        .then();
  }

  private Mono<Posting> decide(
      Caller caller, Posting posting, @Nullable FbAccount target, OrderChange change) {
    boolean moves = target != null && !target.ref().equals(posting.account());
    return switch (posting.life().after(new Trigger.OrderChanged(moves))) {
      case Transition.Refused(ErrorCode code, String why) ->
          Mono.error(new RefusalException(code, why));
      case Transition.Kept kept -> Mono.just(posting);
      case Transition.Changed(var same, Transition.FollowUp then) -> {
        Mono<Void> fits = moves ? fits(posting, Objects.requireNonNull(target)) : Mono.empty();
        yield fits.then(
            Mono.defer(() ->
                labels(posting, target)
                    .flatMap(line -> keep(caller, posting, target, change, then, line))));
      }
    };
  }

  /** Refuses what the other account cannot post. */
  private Mono<Void> fits(Posting posting, FbAccount target) {
    List<UUID> both = List.of(posting.fbAccountId(), target.id());
    Mono<Void> language =
        forms
            .languages(both)
            .filter(known ->
                known.size() == 2
                    && !Objects.equals(known.get(both.getFirst()), known.get(both.getLast())))
            .flatMap(differ -> Mono.error(refused(DealerTexts.OTHER_LANGUAGE)));
    Mono<Void> make =
        makes
            .of(target)
            .flatMap(seen ->
                Mono.justOrEmpty(
                    seen.flatMap(list ->
                        CreatePosting.notListed(posting.snapshot().vehicle().make(), list))))
            .flatMap(Mono::error);
    return Mono.defer(() -> sameMarket(posting.snapshot(), target)).then(language).then(make);
  }

  // The posting's mileage and text are in the unit of the present account.
  private static Mono<Void> sameMarket(ListingSnapshot snapshot, FbAccount target) {
    Market present = snapshot.form();
    Market other = target.market(snapshot.dealership().home());
    boolean same =
        present.currency().equals(other.currency())
            && present.distanceUnit() == other.distanceUnit();
    String why =
        DealerTexts.otherMarket(
            present.currency(),
            present.distanceUnit().words(),
            other.currency(),
            other.distanceUnit().words());
    return same ? Mono.empty() : Mono.error(refused(why));
  }

  private Mono<String> labels(Posting posting, @Nullable FbAccount target) {
    return target == null
        ? Mono.just("")
        : accounts
            .labels(List.of(posting.fbAccountId()))
            .map(labels -> labels.getOrDefault(posting.fbAccountId(), ""));
  }

  private Mono<Posting> keep(
      Caller caller,
      Posting before,
      @Nullable FbAccount target,
      OrderChange change,
      Transition.FollowUp then,
      String label) {
    Instant now = clock.instant();
    Posting next = changed(before, target, change, now);
    List<String> lines = lines(before, next, target, label);
    if (lines.isEmpty()) {
      return Mono.just(before);
    }
    Mono<Void> queue =
        then == Transition.FollowUp.WAIT_FOR_TURN
            ? waiting.schedule(next.account(), next.job(), next.due(now))
            : Mono.empty();
    return changes
        .reorder(before, next, DealerTexts.orderChanged(lines))
        .then(queue)
        .then(
            Mono.defer(() ->
                audit.record(
                    caller, "posting.changed", "posting/" + next.id(), next.changesSince(before))))
        .thenReturn(next);
  }

  private static Posting changed(
      Posting before, @Nullable FbAccount target, OrderChange change, Instant now) {
    OrderChange.Time time = change.time();
    Long price = change.priceCents();
    ListingSnapshot snapshot = price == null ? before.snapshot() : before.snapshot().atOwn(price);
    return before.ordered(
        target == null ? before.account() : target.ref(),
        time == null ? before.scheduledFor() : time.at(),
        snapshot,
        now);
  }

  private static List<String> lines(
      Posting before, Posting next, @Nullable FbAccount target, String label) {
    List<String> lines = new ArrayList<>();
    if (!Objects.equals(before.scheduledFor(), next.scheduledFor())) {
      lines.add(
          DealerTexts.newTime(
              before.scheduledFor(),
              next.scheduledFor(),
              next.snapshot().dealership().zoneOrUtc()));
    }
    if (!before.snapshot().equals(next.snapshot())) {
      lines.add(
          DealerTexts.newPrice(
              before.snapshot().vehicle().priceCents(), next.snapshot().vehicle().priceCents()));
    }
    if (target != null && !before.account().equals(next.account())) {
      lines.add(DealerTexts.newAccount(label, target.label()));
    }
    return lines;
  }

  private static RefusalException refused(String why) {
    return new RefusalException(ErrorCode.POSTING_NOT_CHANGEABLE, why);
  }
}
