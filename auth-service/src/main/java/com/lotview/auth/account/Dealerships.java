package com.lotview.auth.account;

import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes and finds dealerships. */
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

  /** Whether there is a dealership at all. */
  public Mono<Boolean> any() {
    return transactions.inSystem(accounts.anyDealership());
  }

  /** The dealership, if there is one with this id. */
  public Mono<Dealership> find(UUID id) {
    return transactions.inTenant(id, accounts.findDealership(id));
  }

  /** Gives the dealership other texts, and notes who did; empty if there is none with this id. */
  public Mono<Dealership> change(UUID id, UUID userId, DealershipTexts texts) {
    AuditEntry entry =
        new AuditEntry(
            Ids.next(), id, userId, "dealership.texts", "dealership/" + id, null, clock.instant());
    return transactions.inTenant(
        id,
        accounts
            .changeTexts(id, texts)
            .then(audit.record(entry))
            .then(accounts.findDealership(id)));
  }

  /**
   * Makes a dealership and its first people, all or nothing.
   *
   * @return its id; fails with {@link EmailTakenException} if a person's e-mail is in use
   */
  public Mono<UUID> create(NewDealership dealership, List<NewUser> people) {
    UUID id = Ids.next();
    return Mono.zip(hashes(people), transactions.inSystem(freeSlug(dealership.name(), id)))
        .flatMap(ready ->
            transactions.inTenant(
                id,
                accounts
                    .insert(id, ready.getT2(), dealership)
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
