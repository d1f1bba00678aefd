package com.lotview.auth.session;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.session.RefreshTokenStore.NewToken;
import com.lotview.auth.session.RefreshTokenStore.Place;
import com.lotview.auth.token.AccessTokens;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens, renews and ends sessions. */
@Component
public class Sessions {
  private static final RefreshOutcome UNKNOWN =
      new RefreshOutcome.Rejected("This refresh token is not known; sign in again");

  private final RefreshTokenStore tokens;
  private final AccountStore accounts;
  private final AuditTrail audit;
  private final AccessTokens accessTokens;
  private final TenantTransactions transactions;
  private final SessionProperties properties;
  private final SecureRandom random;
  private final Clock clock;

  Sessions(
      RefreshTokenStore tokens,
      AccountStore accounts,
      AuditTrail audit,
      AccessTokens accessTokens,
      TenantTransactions transactions,
      SessionProperties properties,
      SecureRandom random,
      Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.audit = audit;
    this.accessTokens = accessTokens;
    this.transactions = transactions;
    this.properties = properties;
    this.random = random;
    this.clock = clock;
  }

  /** Opens a session of a person who has just shown who they are. */
  public Mono<Session> open(Account person, RequestOrigin origin) {
    UUID family = Ids.next();
    Mono<Session> work =
        unchanged(person)
            .then(accounts.noteLogin(person.id(), clock.instant()))
            .then(note(person, "session.opened", family, origin))
            .then(Mono.defer(() -> issue(person, family, null, clock.instant(), origin)));
    return transactions.inTenant(person.dealership().id(), work);
  }

  // A password or factor that is being changed at this moment does not sign anyone in.
  private Mono<Void> unchanged(Account person) {
    return tokens
        .lock(person.id())
        .then(accounts.find(person.id()))
        .filter(now -> now.active() && !now.mustEnrol() && sameFactors(now, person))
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.AUTH_INVALID_CREDENTIALS,
                    ErrorCode.AUTH_INVALID_CREDENTIALS.title())))
        .then();
  }

  private static boolean sameFactors(Account now, Account shown) {
    return Objects.equals(now.passwordHash(), shown.passwordHash())
        && now.twoFactor() == shown.twoFactor();
  }

  /** Exchanges a refresh token for new tokens; reuse of an old one ends the session. */
  public Mono<RefreshOutcome> refresh(String token, RequestOrigin origin) {
    byte[] hash = new RefreshSecret(token).hash();
    return transactions
        .inSystem(tokens.findPlace(hash))
        .flatMap(
            place -> transactions.inTenant(place.dealershipId(), exchange(place, hash, origin)))
        .defaultIfEmpty(UNKNOWN);
  }

  /**
   * Ends the session of a refresh token; if the token is unknown, the session that the access token
   * came from. Ending an ended session does nothing.
   *
   * @param caller the person of a valid access token
   */
  public Mono<Void> logout(@Nullable Person caller, @Nullable String token, RequestOrigin origin) {
    Mono<Void> ofAccessToken =
        caller == null || caller.session() == null
            ? Mono.empty()
            : transactions.inTenant(
                caller.dealershipId(),
                close(caller.dealershipId(), caller.userId(), caller.session(), origin).then());
    return token == null
        ? ofAccessToken
        : logout(new RefreshSecret(token).hash(), origin)
            .switchIfEmpty(ofAccessToken.thenReturn(false))
            .then();
  }

  // Empty if the token is not known.
  private Mono<Boolean> logout(byte[] hash, RequestOrigin origin) {
    return transactions
        .inSystem(tokens.findPlace(hash))
        .flatMap(place ->
            transactions.inTenant(
                place.dealershipId(),
                tokens
                    .find(hash)
                    .flatMap(found ->
                        close(place.dealershipId(), found.userId(), place.family(), origin))));
  }

  // True if the session was open.
  private Mono<Boolean> close(UUID dealership, UUID user, UUID session, RequestOrigin origin) {
    return tokens
        .lock(session)
        .then(tokens.revoke(session, user, clock.instant()))
        .flatMap(ended ->
            ended
                ? note(dealership, user, "session.closed", "session/" + session, origin)
                    .thenReturn(true)
                : Mono.just(false));
  }

  /** Ends all sessions of the person, in the running transaction of the dealership. */
  public Mono<Void> endAll(UUID dealershipId, UUID userId) {
    return endOthers(dealershipId, userId, null);
  }

  /** As {@link #endAll}, but the given session stays open. */
  public Mono<Void> endOthers(UUID dealershipId, UUID userId, @Nullable UUID session) {
    return tokens
        .lock(userId)
        .thenMany(tokens.openFamilies(userId).filter(family -> !family.equals(session)))
        .concatMap(
            family -> tokens.lock(family).then(tokens.revoke(family, userId, clock.instant())))
        .then();
  }

  /** The person's open sessions, the last used first. */
  public Flux<OpenSession> open(UUID dealershipId, UUID userId) {
    return transactions.inTenantMany(dealershipId, tokens.openSessions(userId, clock.instant()));
  }

  /** Ends one session of the person; empty if the person has no such session that is open. */
  public Mono<Boolean> end(Caller caller, UUID session) {
    return transactions
        .inTenant(
            caller.dealershipId(),
            close(caller.dealershipId(), caller.userId(), session, caller.origin()))
        .filter(ended -> ended);
  }

  /** Ends all sessions of the person, everywhere. */
  public Mono<Void> endAll(Caller caller) {
    Mono<Void> work =
        endAll(caller.dealershipId(), caller.userId())
            .then(
                note(
                    caller.dealershipId(),
                    caller.userId(),
                    "session.all-closed",
                    "user/" + caller.userId(),
                    caller.origin()));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  /** The active person of an access token. */
  public Mono<Account> person(UUID dealershipId, UUID userId) {
    return transactions.inTenant(dealershipId, accounts.find(userId)).filter(Account::active);
  }

  // Changes of a family are serialized: without this, a token created during a revocation would
  // outlive it.
  private Mono<RefreshOutcome> exchange(Place place, byte[] hash, RequestOrigin origin) {
    return tokens
        .lock(place.family())
        .then(tokens.find(hash))
        .flatMap(
            token -> accounts.find(token.userId()).flatMap(person -> judge(token, person, origin)));
  }

  private Mono<RefreshOutcome> judge(StoredToken token, Account person, RequestOrigin origin) {
    if (!person.active()) {
      return rejected("This account is no longer active");
    }
    if (person.mustEnrol()) {
      return rejected("Your dealership requires two-factor sign-in; sign in again");
    }
    if (!properties.end(token.startedAt()).isAfter(clock.instant())) {
      return rejected("The session has reached its longest life; sign in again");
    }
    return switch (Rotation.of(token, clock.instant())) {
      case ROTATE, GRACE -> renew(token, person, origin);
      case REUSED -> endReused(token, person, origin);
      case EXPIRED -> rejected("The refresh token has expired; sign in again");
      case REVOKED -> rejected("The session has ended; sign in again");
    };
  }

  private static Mono<RefreshOutcome> rejected(String why) {
    return Mono.just(new RefreshOutcome.Rejected(why));
  }

  private Mono<RefreshOutcome> renew(StoredToken token, Account person, RequestOrigin origin) {
    return tokens
        .markRotated(token.id(), clock.instant())
        .then(tokens.deleteExpired(person.id(), clock.instant()))
        .then(
            Mono.defer(() -> issue(person, token.family(), token.id(), token.startedAt(), origin)))
        .map(RefreshOutcome.Renewed::new);
  }

  private Mono<RefreshOutcome> endReused(StoredToken token, Account person, RequestOrigin origin) {
    return tokens
        .revoke(token.family(), person.id(), clock.instant())
        .then(note(person, "session.reuse-detected", token.family(), origin))
        .thenReturn(
            new RefreshOutcome.Rejected(
                "An old refresh token was used again; the session was ended, sign in again"));
  }

  private Mono<Session> issue(
      Account person, UUID family, @Nullable UUID parent, Instant startedAt, RequestOrigin origin) {
    RefreshSecret secret = RefreshSecret.fresh(random);
    Instant now = clock.instant();
    NewToken token =
        new NewToken(
            Ids.next(),
            person.dealership().id(),
            person.id(),
            family,
            parent,
            startedAt,
            now,
            properties.expiry(startedAt, now),
            origin);
    return tokens
        .insert(token, secret.hash())
        .then(
            Mono.fromSupplier(
                () -> new Session(accessTokens.forPerson(person, family), secret.value(), person)));
  }

  /** Records a failed sign-in as the person, in a separate transaction. */
  Mono<Void> noteFailure(Account person, boolean locked, RequestOrigin origin) {
    UUID dealership = person.dealership().id();
    String action = locked ? "login.locked" : "login.failed";
    return transactions.inTenant(
        dealership, note(dealership, person.id(), action, "user/" + person.id(), origin));
  }

  private Mono<Void> note(Account person, String action, UUID family, RequestOrigin origin) {
    return note(person.dealership().id(), person.id(), action, "session/" + family, origin);
  }

  private Mono<Void> note(
      UUID dealership, UUID user, String action, String subject, RequestOrigin origin) {
    return audit.record(
        new AuditEntry(
            Ids.next(),
            dealership,
            user,
            action,
            subject,
            origin.address(),
            origin.userAgent(),
            List.of(),
            clock.instant()));
  }

  /**
   * The owner of the session to end.
   *
   * @param session the one that the access token came from, if the token names it
   */
  public record Person(UUID userId, UUID dealershipId, @Nullable UUID session) {}
}
