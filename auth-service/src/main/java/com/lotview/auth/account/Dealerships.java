package com.lotview.auth.account;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Creates and finds dealerships. */
@Component
public class Dealerships {
  private final AccountStore accounts;
  private final Passwords passwords;
  private final TenantTransactions transactions;
  private final AuditTrail audit;
  private final Clock clock;

  Dealerships(
      AccountStore accounts,
      Passwords passwords,
      TenantTransactions transactions,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether a dealership exists. */
  public Mono<Boolean> any() {
    return transactions.inSystem(accounts.anyDealership());
  }

  /** The dealership with this id, if it exists. */
  public Mono<Dealership> find(UUID id) {
    return transactions.inTenant(id, accounts.findDealership(id));
  }

  /**
   * Changes the dealership and records who changed it; empty if the id is unknown. Fails with
   * {@code VERSION_CONFLICT}.
   */
  public Mono<Dealership> change(Caller caller, DealershipChange change, ExpectedVersion expected) {
    change.check();
    UUID id = caller.dealershipId();
    return transactions.inTenant(
        id,
        accounts
            .findDealershipLocked(id)
            .doOnNext(before -> expected.check(before.updatedAt()))
            .flatMap(
                before -> store(before, change).flatMap(after -> noted(caller, before, after))));
  }

  private Mono<Dealership> store(Dealership before, DealershipChange change) {
    UUID id = before.id();
    DealershipTexts texts = change.texts();
    return accounts
        .change(id, change, change.from(before.market()))
        .then(texts == null ? Mono.empty() : accounts.changeTexts(id, texts))
        .then(accounts.findDealership(id));
  }

  private Mono<Dealership> noted(Caller caller, Dealership before, Dealership after) {
    return audit
        .record(
            AuditEntry.of(
                caller,
                "dealership.changed",
                "dealership/" + after.id(),
                Changes.between(before, after),
                clock.instant()))
        .thenReturn(after);
  }

  /**
   * Creates a dealership and its first people, all or nothing.
   *
   * @return its id; fails with {@link EmailTakenException} if a person's e-mail is in use
   */
  public Mono<UUID> create(NewDealership dealership, List<NewUser> people) {
    return create(Ids.next(), dealership, people, Mono.empty());
  }

  /**
   * As {@link #create(NewDealership, List)}.
   *
   * @param with joins the transaction; if it fails, nothing is created
   */
  public Mono<UUID> create(
      UUID id, NewDealership dealership, List<NewUser> people, Mono<Void> with) {
    return Mono.zip(hashes(people), transactions.inSystem(freeSlug(dealership.name(), id)))
        .flatMap(ready ->
            transactions.inTenant(
                id,
                with.then(accounts.insert(id, ready.getT2(), dealership))
                    .then(insertAll(id, people, ready.getT1()))))
        .thenReturn(id);
  }

  private Mono<List<String>> hashes(List<NewUser> people) {
    return Flux.fromIterable(people)
        .concatMap(person -> passwords.hash(person.password()))
        .collectList();
  }

  private Mono<Void> insertAll(UUID dealershipId, List<NewUser> people, List<String> hashes) {
    return Flux.range(0, people.size())
        .concatMap(i -> accounts.insert(dealershipId, Ids.next(), people.get(i), hashes.get(i)))
        .then();
  }

  private Mono<String> freeSlug(String name, UUID id) {
    String slug = slug(name);
    String unmistakable = slug + "-" + id.toString().substring(24);
    return accounts.slugTaken(slug).map(taken -> taken ? unmistakable : slug);
  }

  /** The name as it may stand in an address: {@code Smith & Söhne} becomes {@code smith-sohne}. */
  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "dealership" : plain;
  }
}
