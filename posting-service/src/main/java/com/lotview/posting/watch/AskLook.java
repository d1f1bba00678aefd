package com.lotview.posting.watch;

import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccountStore;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.progress.ListingLooks;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.DealershipSource;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Orders looks at accounts: in their quiet time, and when a listing is missed. */
@Service
class AskLook implements ListingLooks {
  private final WatchStore watches;
  private final FbAccountStore accounts;
  private final DealershipSource dealerships;
  private final DispatchQueue waiting;
  private final QuietTime quiet;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final ZoneId otherZone;

  AskLook(
      WatchStore watches,
      FbAccountStore accounts,
      DealershipSource dealerships,
      DispatchQueue waiting,
      QuietTime quiet,
      TenantTransactions transactions,
      Clock clock,
      PostingProperties properties) {
    this.watches = watches;
    this.accounts = accounts;
    this.dealerships = dealerships;
    this.waiting = waiting;
    this.quiet = quiet;
    this.transactions = transactions;
    this.clock = clock;
    this.otherZone = properties.watchZone();
  }

  @Override
  public Mono<Void> listed(AccountRef account) {
    return watches
        .find(account.fbAccountId())
        .switchIfEmpty(
            Mono.defer(() -> {
              AccountWatch watch = first(account);
              return watches.save(watch).thenReturn(watch);
            }))
        .then();
  }

  @Override
  public Mono<Void> wanted(AccountRef account) {
    return watches
        .findLocked(account.fbAccountId())
        .switchIfEmpty(Mono.fromSupplier(() -> first(account)))
        .filter(watch -> !watch.state().isLooking())
        .flatMap(this::ask);
  }

  private AccountWatch first(AccountRef account) {
    Instant next = quiet.next(clock.instant(), otherZone);
    return AccountWatch.first(account, Ids.next(), next, otherZone);
  }

  private Mono<Void> ask(AccountWatch watch) {
    Instant now = clock.instant();
    AccountWatch asked = watch.asked(Ids.next(), now);
    return watches.save(asked).then(waiting.schedule(asked.account(), asked.job(), now));
  }

  /** Begins the account's regular look if it is due and the account can be used. */
  Mono<Void> beginDue(AccountRef account) {
    // Asked before the transaction, which must not wait for another service.
    return zone(account)
        .flatMap(zone -> transactions.inTenant(account.dealershipId(), beginDue(account, zone)));
  }

  private Mono<Optional<ZoneId>> zone(AccountRef account) {
    return dealerships
        .get(account.dealershipId())
        .mapNotNull(Dealership::zone)
        .map(Optional::of)
        .onErrorReturn(Optional.empty())
        .defaultIfEmpty(Optional.empty());
  }

  private Mono<Void> beginDue(AccountRef account, Optional<ZoneId> zone) {
    return waiting
        .lock(account)
        .then(Mono.defer(() -> watches.findLocked(account.fbAccountId())))
        .filter(watch -> !watch.state().isLooking() && !watch.nextAt().isAfter(clock.instant()))
        .flatMap(watch ->
            accounts
                .find(account.fbAccountId())
                .map(known -> known.state() == AccountState.VALID)
                .defaultIfEmpty(false)
                .flatMap(usable -> beginDue(watch, zone.orElse(watch.zone()), usable)));
  }

  // If the zone differs from the known one, it may not be the quiet time now.
  private Mono<Void> beginDue(AccountWatch watch, ZoneId zone, boolean usable) {
    AccountWatch known = watch.in(zone);
    return usable && (zone.equals(watch.zone()) || quiet.isQuiet(clock.instant(), zone))
        ? ask(known)
        : later(known);
  }

  /** Leaves the account's regular look for its next time. */
  Mono<Void> postpone(AccountRef account) {
    Mono<Void> work = watches.findLocked(account.fbAccountId()).flatMap(this::later);
    return transactions.inTenant(account.dealershipId(), work);
  }

  private Mono<Void> later(AccountWatch watch) {
    return watches.save(watch.idle(quiet.next(clock.instant(), watch.zone())));
  }
}
