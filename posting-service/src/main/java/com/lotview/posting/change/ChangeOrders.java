package com.lotview.posting.change;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.remove.RemovalOrders;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.watch.PriceOrders;
import com.lotview.posting.watch.RenewalOrders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Orders changes. Every method joins the running transaction, which holds the locks of the
 * account's turn and of the posting.
 *
 * <p>A cancelled change stays on the waiting list; when its turn comes, it is skipped.
 */
@Service
public class ChangeOrders implements RemovalOrders, PriceOrders, RenewalOrders {
  private final ChangeStore store;
  private final ChangeLog log;
  private final VehicleStatuses statuses;
  private final DispatchQueue waiting;
  private final Clock clock;

  ChangeOrders(
      ChangeStore store,
      ChangeLog log,
      VehicleStatuses statuses,
      DispatchQueue waiting,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.statuses = statuses;
    this.waiting = waiting;
    this.clock = clock;
  }

  @Override
  public Mono<Void> removalWanted(Posting posting, RemoveMode how, @Nullable UUID requestedBy) {
    // The vehicle was missing when this was ordered, and may be back now.
    return requestedBy != null
        ? remove(posting, how, requestedBy)
        : statuses
            .isOnLot(posting.vehicleId())
            .flatMap(back -> back ? Mono.empty() : remove(posting, how, null));
  }

  private Mono<Void> remove(Posting posting, RemoveMode how, @Nullable UUID by) {
    return store
        .findOpen(posting.id())
        .collectList()
        .flatMap(open ->
            of(open, JobKind.REMOVE)
                .map(present -> again(present, posting, how, by))
                .orElseGet(() -> removeNew(open, posting, how, by)));
  }

  private Mono<Void> again(
      ListingChange present, Posting posting, RemoveMode how, @Nullable UUID by) {
    if (present.state() == ChangeState.RUNNING) {
      return Mono.empty();
    }
    ListingChange wanted = present.wanted(how, by, clock.instant());
    return present.state() == ChangeState.HELD
        ? log.save(wanted, posting, message(how, by)).then(line(wanted, wanted.updatedAt()))
        : store.replace(wanted);
  }

  private Mono<Void> removeNew(
      List<ListingChange> open, Posting posting, RemoveMode how, @Nullable UUID by) {
    Instant now = clock.instant();
    ListingChange removal = ListingChange.removal(Ids.next(), posting, how, by, null, now);
    return dropEdit(open, posting, DealerTexts.Dropped.REMOVAL_FIRST)
        .then(Mono.defer(() -> dropRenewal(open, posting)))
        .then(log.add(removal, posting, message(how, by)))
        .flatMap(added -> added ? line(removal, now) : Mono.empty());
  }

  private static String message(RemoveMode how, @Nullable UUID by) {
    String what =
        switch (how) {
          case DELETE -> DealerTexts.WILL_DELETE;
          case SOLD -> DealerTexts.WILL_MARK_SOLD;
        };
    return by == null ? DealerTexts.becauseLeftStock(what) : what;
  }

  /** The removal waits for a manager; nothing happens if one is open. */
  public Mono<Void> hold(Posting posting, UUID importId) {
    ListingChange removal =
        ListingChange.removal(
            Ids.next(), posting, RemoveMode.DELETE, null, importId, clock.instant());
    return log.add(removal, posting, DealerTexts.REMOVAL_ON_HOLD).then();
  }

  /** The vehicle is on the lot: changes that only the inventory ordered are cancelled. */
  public Mono<Void> vehicleIsBack(Posting posting) {
    return store
        .findOpen(posting.id())
        .filter(change ->
            change.isRemoval() && change.isOfInventory() && change.state() != ChangeState.RUNNING)
        .next()
        .flatMap(change -> drop(change, posting, DealerTexts.Dropped.VEHICLE_BACK));
  }

  @Override
  public Mono<Void> price(Posting posting, long cents) {
    return store
        .findOpen(posting.id())
        .collectList()
        .flatMap(open -> {
          if (of(open, JobKind.REMOVE).isPresent()) {
            return dropEdit(open, posting, DealerTexts.Dropped.REMOVAL_FIRST);
          }
          return of(open, JobKind.EDIT_PRICE)
              .map(present -> reprice(present, posting, cents))
              .orElseGet(() -> isShown(posting, cents) ? Mono.empty() : edit(posting, cents));
        });
  }

  @Override
  public Mono<Void> renew(Posting posting, UUID requestedBy) {
    Instant now = clock.instant();
    ListingChange renewal = ListingChange.renewal(Ids.next(), posting, requestedBy, now);
    return store
        .findOpen(posting.id())
        .filter(ListingChange::isRemoval)
        .hasElements()
        .flatMap(
            leaves -> leaves ? Mono.just(false) : log.add(renewal, posting, DealerTexts.WILL_RENEW))
        .flatMap(added -> added ? line(renewal, now) : Mono.empty());
  }

  private Mono<Void> dropRenewal(List<ListingChange> open, Posting posting) {
    return of(open, JobKind.RENEW)
        .filter(renewal -> renewal.state() == ChangeState.WAITING)
        .map(renewal -> drop(renewal, posting, DealerTexts.Dropped.REMOVAL_FIRST))
        .orElse(Mono.empty());
  }

  private Mono<Void> edit(Posting posting, long cents) {
    Instant now = clock.instant();
    ListingChange edit = ListingChange.edit(Ids.next(), posting, cents, now);
    return log.add(edit, posting, DealerTexts.priceWillChange(cents))
        .flatMap(added -> added ? line(edit, from(posting, now)) : Mono.empty());
  }

  // A person who fills the form does not hold the account's turn: the change would find no listing.
  private static Instant from(Posting posting, Instant now) {
    Instant until = posting.watchAt();
    boolean filled = posting.status() == PostingStatus.POSTING && posting.life().byHand();
    return filled && until != null ? until : now;
  }

  private Mono<Void> reprice(ListingChange present, Posting posting, long cents) {
    Instant now = clock.instant();
    boolean same = Objects.equals(present.priceCents(), cents);
    if (present.state() == ChangeState.RUNNING) {
      return store.replace(present.priced(present.priceCents(), same ? null : cents, now));
    }
    if (isShown(posting, cents)) {
      return drop(present, posting, DealerTexts.Dropped.SAME_PRICE);
    }
    return same ? Mono.empty() : store.replace(present.priced(cents, null, now));
  }

  private static boolean isShown(Posting posting, long cents) {
    return Objects.equals(posting.snapshot().vehicle().priceCents(), cents);
  }

  /** The posting's waiting price change is no longer wanted. */
  Mono<Void> dropEdit(Posting posting, DealerTexts.Dropped why) {
    return store.findOpen(posting.id()).collectList().flatMap(open -> dropEdit(open, posting, why));
  }

  private Mono<Void> dropEdit(List<ListingChange> open, Posting posting, DealerTexts.Dropped why) {
    return of(open, JobKind.EDIT_PRICE)
        .map(edit ->
            edit.state() == ChangeState.RUNNING
                ? store.replace(edit.priced(edit.priceCents(), null, clock.instant()))
                : drop(edit, posting, why))
        .orElse(Mono.empty());
  }

  /** The change that waits or is held is no longer wanted. */
  public Mono<Void> drop(ListingChange change, Posting posting, DealerTexts.Dropped why) {
    String message =
        switch (change.kind()) {
          case REMOVE -> DealerTexts.notRemoved(why);
          case RENEW -> DealerTexts.notRenewed(why);
          default -> DealerTexts.priceKept(why);
        };
    return log.save(change.to(ChangeState.CANCELLED, clock.instant()), posting, message);
  }

  private Mono<Void> line(ListingChange change, Instant at) {
    return Mono.defer(() -> waiting.schedule(change.account(), change.job(), at));
  }

  private static Optional<ListingChange> of(List<ListingChange> open, JobKind kind) {
    return open.stream().filter(change -> change.kind() == kind).findFirst();
  }
}
