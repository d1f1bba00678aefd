package com.lotview.auth.session;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.session.RefreshTokenStore.NewToken;
import com.lotview.auth.session.RefreshTokenStore.Place;
import com.lotview.auth.token.AccessTokens;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens, renews and ends sessions. */
@Component
public class Sessions {
  /** How long a refresh token is good; each refresh starts it anew. */
  public static final Duration REFRESH_LIFE = Duration.ofDays(7);

  private static final RefreshOutcome UNKNOWN =
      new RefreshOutcome.Rejected("This refresh token is not known; sign in again");

  private final RefreshTokenStore tokens;
  private final AccountStore accounts;
  private final AuditTrail audit;
  private final AccessTokens accessTokens;
  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  Sessions(
      RefreshTokenStore tokens,
      AccountStore accounts,
      AuditTrail audit,
      AccessTokens accessTokens,
      TenantTransactions transactions,
      SecureRandom random,
      Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.audit = audit;
    this.accessTokens = accessTokens;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /** Opens a session for a person whose password was right. */
  Mono<Session> open(Account person, @Nullable String ip) {
    UUID family = Ids.next();
    Mono<Session> work =
        accounts
            .noteLogin(person.id(), clock.instant())
            .then(note(person, "session.opened", family, ip))
            .then(Mono.defer(() -> issue(person, family, null)));
    return transactions.inTenant(person.dealership().id(), work);
  }

  /** Exchanges a refresh token for new tokens; reuse of an old one ends the session. */
  public Mono<RefreshOutcome> refresh(String token, @Nullable String ip) {
    byte[] hash = new RefreshSecret(token).hash();
    return transactions
        .inSystem(tokens.findPlace(hash))
        .flatMap(place -> transactions.inTenant(place.dealershipId(), exchange(place, hash, ip)))
        .defaultIfEmpty(UNKNOWN);
  }

  /**
   * Ends the session of a refresh token, if it is the person's own; else the one that the access
   * token came from. Ending an ended session does nothing.
   */
  public Mono<Void> logout(Person caller, @Nullable String token, @Nullable String ip) {
    Mono<UUID> family =
        token == null
            ? Mono.justOrEmpty(caller.session())
            : tokens
                .findPlace(new RefreshSecret(token).hash())
                .map(Place::family)
                .switchIfEmpty(Mono.justOrEmpty(caller.session()));
    Mono<Void> work =
        family.flatMap(id ->
            tokens
                .lock(id)
                .then(tokens.revoke(id, caller.userId(), clock.instant()))
                .filter(ended -> ended)
                .flatMap(ended -> noteEnd(caller, id, ip)));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  /** The person behind an access token, unless he may no longer use the system. */
  public Mono<Account> person(UUID dealershipId, UUID userId) {
    return transactions.inTenant(dealershipId, accounts.find(userId)).filter(Account::active);
  }

  // All changes to a family happen one after another: a token made while its family is being
  // revoked would else outlive it.
  private Mono<RefreshOutcome> exchange(Place place, byte[] hash, @Nullable String ip) {
    return tokens
        .lock(place.family())
        .then(tokens.find(hash))
        .flatMap(
            token -> accounts.find(token.userId()).flatMap(person -> judge(token, person, ip)));
  }

  private Mono<RefreshOutcome> judge(StoredToken token, Account person, @Nullable String ip) {
    if (!person.active()) {
      return Mono.just(new RefreshOutcome.Rejected("This account is no longer active"));
    }
    return switch (Rotation.of(token, clock.instant())) {
      case ROTATE, GRACE ->
          tokens
              .markRotated(token.id(), clock.instant())
              .then(tokens.deleteExpired(person.id(), clock.instant()))
              .then(Mono.defer(() -> issue(person, token.family(), token.id())))
              .map(RefreshOutcome.Renewed::new);
      case REUSED -> endReused(token, person, ip);
      case EXPIRED ->
          Mono.just(new RefreshOutcome.Rejected("The refresh token has expired; sign in again"));
      case REVOKED ->
          Mono.just(new RefreshOutcome.Rejected("The session has ended; sign in again"));
    };
  }

  private Mono<RefreshOutcome> endReused(StoredToken token, Account person, @Nullable String ip) {
    return tokens
        .revoke(token.family(), person.id(), clock.instant())
        .then(note(person, "session.reuse-detected", token.family(), ip))
        .thenReturn(
            new RefreshOutcome.Rejected(
                "An old refresh token was used again; the session was ended, sign in again"));
  }

  private Mono<Session> issue(Account person, UUID family, @Nullable UUID parent) {
    RefreshSecret secret = RefreshSecret.fresh(random);
    Instant now = clock.instant();
    NewToken token =
        new NewToken(
            Ids.next(),
            person.dealership().id(),
            person.id(),
            family,
            parent,
            now,
            now.plus(REFRESH_LIFE));
    return tokens
        .insert(token, secret.hash())
        .then(
            Mono.fromSupplier(
                () -> new Session(accessTokens.forPerson(person, family), secret.value(), person)));
  }

  private Mono<Void> note(Account person, String action, UUID family, @Nullable String ip) {
    return audit.record(
        new AuditEntry(
            Ids.next(),
            person.dealership().id(),
            person.id(),
            action,
            "session/" + family,
            ip,
            clock.instant()));
  }

  private Mono<Void> noteEnd(Person caller, UUID family, @Nullable String ip) {
    return audit.record(
        new AuditEntry(
            Ids.next(),
            caller.dealershipId(),
            caller.userId(),
            "session.closed",
            "session/" + family,
            ip,
            clock.instant()));
  }

  /**
   * Whose session is to end.
   *
   * @param session the one that the access token came from, if it says so
   */
  public record Person(UUID userId, UUID dealershipId, @Nullable UUID session) {}
}
