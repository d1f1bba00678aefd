package com.lotview.inventory.feedout;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.ticket.Ticket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Switches a dealership's feeds on and off. Their secret is shown once and kept as a hash. */
@Service
public class FeedsOut {
  private final FeedOutStore store;
  private final FeedAddresses addresses;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FeedsOut(
      FeedOutStore store,
      FeedAddresses addresses,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.addresses = addresses;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The addresses of the feeds that were just switched on; they cannot be read later. */
  public record SwitchedOn(URI meta, URI google) {}

  /** The dealership's feeds; empty if they are off. */
  public Mono<Optional<FeedOut>> find(UUID dealershipId) {
    return transactions
        .inTenant(dealershipId, store.find())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  /** Switches on at new addresses; earlier ones are no longer answered. */
  public Mono<SwitchedOn> switchOn(Caller caller, FeedSettings settings) {
    return Mono.defer(() -> {
      Ticket secret = Ticket.fresh(caller.dealershipId(), random);
      Instant now = clock.instant();
      FeedOut feeds =
          new FeedOut(
              caller.dealershipId(),
              secret.hash(),
              FeedAddresses.ofPhotos(secret).hash(),
              settings,
              caller.userId(),
              now,
              now,
              null,
              null);
      return transactions
          .inTenant(
              caller.dealershipId(), store.put(feeds).then(note(caller, "feeds-out.switched-on")))
          .thenReturn(
              new SwitchedOn(
                  addresses.feed(secret, FeedFormat.META),
                  addresses.feed(secret, FeedFormat.GOOGLE)));
    });
  }

  /** Changes the settings; the addresses stay. Fails with {@code NOT_FOUND} if feeds are off. */
  public Mono<FeedOut> change(Caller caller, FeedSettings settings) {
    return transactions.inTenant(
        caller.dealershipId(),
        Mono.defer(() -> store.change(settings, clock.instant()))
            .filter(changed -> changed)
            .switchIfEmpty(Mono.error(FeedsOut::off))
            .then(note(caller, "feeds-out.changed"))
            .then(store.find()));
  }

  /** Switches off: the addresses are no longer answered. Feeds that are off stay so. */
  public Mono<Void> switchOff(Caller caller) {
    return transactions.inTenant(
        caller.dealershipId(),
        store
            .remove()
            .filter(removed -> removed)
            .flatMap(removed -> note(caller, "feeds-out.switched-off")));
  }

  private Mono<Void> note(Caller caller, String action) {
    return audit.record(caller, action, "dealership/" + caller.dealershipId());
  }

  static RefusalException off() {
    return new RefusalException(ErrorCode.NOT_FOUND, "The dealership's feeds are off");
  }
}
