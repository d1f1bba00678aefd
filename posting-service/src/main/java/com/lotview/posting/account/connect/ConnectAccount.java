package com.lotview.posting.account.connect;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.AccountEvents;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.CheckSchedule;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccountStore;
import com.lotview.posting.account.SessionCheck;
import com.lotview.posting.account.SessionCheckStore;
import com.lotview.posting.account.SessionChecks;
import com.lotview.posting.account.SessionRestored;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Connects an account with a session of its owner, or connects it again after it needed a login or
 * was given up.
 */
@Service
public class ConnectAccount {
  private final FbAccountStore store;
  private final SessionCheckStore checks;
  private final CheckSchedule schedule;
  private final SessionChecks checking;
  private final SessionSeal seal;
  private final AccountEvents events;
  private final DispatchQueue waiting;
  private final SessionRestored restored;
  private final AuditTrail audit;
  private final IdempotentRequests idempotent;
  private final Clock clock;

  ConnectAccount(
      FbAccountStore store,
      SessionCheckStore checks,
      CheckSchedule schedule,
      SessionChecks checking,
      SessionSeal seal,
      AccountEvents events,
      DispatchQueue waiting,
      SessionRestored restored,
      AuditTrail audit,
      IdempotentRequests idempotent,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.schedule = schedule;
    this.checking = checking;
    this.seal = seal;
    this.events = events;
    this.waiting = waiting;
    this.restored = restored;
    this.audit = audit;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /** How it went. */
  public record Connected(boolean created, FbAccount account) {}

  /**
   * Connects.
   *
   * @param key the request's Idempotency-Key
   * @return fails with {@code FB_ACCOUNT_ALREADY_CONNECTED} if the account is connected and valid
   */
  public Mono<Connected> connect(
      Caller caller, String label, SessionCookies session, @Nullable String key) {
    AccountIdentity who = session.identity();
    UUID dealership = caller.dealershipId();
    Arrival arrival = new Arrival(label, who, AccountState.VALID, null);
    Mono<Connected> first =
        Mono.defer(() -> {
          UUID id = Ids.next();
          return seal.seal(session, AccountRef.of(dealership, id))
              .flatMap(sealed -> first(caller, id, arrival, sealed));
        });
    Mono<Connected> work =
        store
            .findByIdentity(who.hash(dealership))
            .flatMap(known ->
                known.state() == AccountState.VALID
                    ? Mono.error(alreadyConnected())
                    : again(caller, known, arrival, seal.seal(session, known.ref())))
            .switchIfEmpty(first);
    Object request = new Fingerprint(label, session.cookies());
    return idempotent
        .once(caller, "POST /v1/fb-accounts", key, request, Connected.class, work)
        .onErrorMap(DuplicateKeyException.class, race -> alreadyConnected());
  }

  /** The account of that identity, also a disconnected one; in the running transaction. */
  public Mono<UUID> known(UUID dealershipId, AccountIdentity who) {
    return store.findByIdentity(who.hash(dealershipId)).map(FbAccount::id);
  }

  /**
   * Connects the account whose owner signed in by live view, in the running transaction. Unlike
   * exported cookies, such a session is certainly newer than the session of a valid account and
   * replaces it.
   *
   * @param id of a new account
   * @param sealed sealed for the known account, or for that id
   */
  public Mono<FbAccount> signedIn(
      Caller owner, UUID id, String label, AccountIdentity who, String sealed) {
    Arrival arrival = new Arrival(label, who, AccountState.VALID, clock.instant());
    return store
        .findByIdentity(who.hash(owner.dealershipId()))
        .flatMap(known -> again(owner, known, arrival, Mono.just(sealed)))
        .switchIfEmpty(Mono.defer(() -> first(owner, id, arrival, sealed)))
        .map(Connected::account);
  }

  /**
   * The account of that identity, also a disconnected one; in the running transaction.
   *
   * @return fails with {@code FB_ACCOUNT_ALREADY_CONNECTED} if it is connected and valid
   */
  public Mono<UUID> knownInvalid(UUID dealershipId, AccountIdentity who) {
    return store.findByIdentity(who.hash(dealershipId)).map(ConnectAccount::invalid);
  }

  private static UUID invalid(FbAccount known) {
    if (known.state() == AccountState.VALID) {
      throw alreadyConnected();
    }
    return known.id();
  }

  /**
   * Connects the account with a session that was sealed in its owner's browser, in the running
   * transaction. Nothing of it was checked: the account gets no turn until the site was seen to
   * take the session.
   *
   * @param id as {@link #knownInvalid} said, or of a new account; the session is sealed for it
   */
  public Mono<FbAccount> delivered(
      Caller owner, UUID id, String label, AccountIdentity who, String sealed) {
    Arrival arrival = new Arrival(label, who, AccountState.CHECKING, null);
    return store
        .findByIdentity(who.hash(owner.dealershipId()))
        .delayUntil(
            known -> invalid(known).equals(id) ? Mono.empty() : Mono.error(alreadyConnected()))
        .flatMap(known -> again(owner, known, arrival, Mono.just(sealed)))
        .switchIfEmpty(Mono.defer(() -> first(owner, id, arrival, sealed)))
        .map(Connected::account)
        .onErrorMap(DuplicateKeyException.class, race -> alreadyConnected());
  }

  /**
   * A session that arrives for an account.
   *
   * @param seen when the session was seen to work; null if it was not checked
   */
  private record Arrival(
      String label, AccountIdentity who, AccountState state, @Nullable Instant seen) {}

  private Mono<Connected> first(Caller caller, UUID id, Arrival arrival, String sealed) {
    Instant now = clock.instant();
    UUID dealership = caller.dealershipId();
    AccountIdentity who = arrival.who();
    FbAccount account =
        new FbAccount(
            id, dealership, arrival.label(), who.ref(), arrival.state(), arrival.seen(), null, now);
    return store
        .insert(account, who.hash(dealership), sealed)
        .then(claim(account, who))
        .then(begin(account, now))
        .then(note(caller, "fb-account.connected", null, account))
        .thenReturn(new Connected(true, account));
  }

  private Mono<Connected> again(
      Caller caller, FbAccount known, Arrival arrival, Mono<String> session) {
    Instant now = clock.instant();
    FbAccount account =
        new FbAccount(
            known.id(),
            caller.dealershipId(),
            arrival.label(),
            known.accountRef(),
            arrival.state(),
            arrival.seen(),
            known.restingUntil(),
            known.createdAt());
    return waiting
        .lock(account.ref())
        .then(claim(account, arrival.who()))
        .then(session)
        .flatMap(sealed -> store.reconnect(account, sealed, now))
        .then(begin(account, now))
        .then(
            account.state() == AccountState.VALID
                ? Mono.defer(() -> restored.sessionRestored(account.ref()))
                : Mono.empty())
        .then(note(caller, "fb-account.reconnected", known, account))
        .thenReturn(new Connected(known.state() == AccountState.DISCONNECTED, account));
  }

  private Mono<Void> note(
      Caller caller, String action, @Nullable FbAccount before, FbAccount account) {
    return audit.record(
        caller, action, "fb-account/" + account.id(), Changes.between(before, account));
  }

  // Two dealerships with the same account would double its posts and open two browsers at once.
  private Mono<Void> claim(FbAccount account, AccountIdentity who) {
    return store
        .claim(account, who.fingerprint())
        .flatMap(own ->
            own
                ? Mono.empty()
                : Mono.error(
                    new RefusalException(
                        ErrorCode.FB_ACCOUNT_ALREADY_CONNECTED, DealerTexts.CONNECTED_ELSEWHERE)));
  }

  private Mono<Void> begin(FbAccount account, Instant now) {
    Mono<Void> turns =
        account.state() == AccountState.CHECKING
            ? waiting.shut(account.ref()).then(Mono.defer(() -> checking.ofNewSession(account)))
            : opened(account, now);
    return turns.then(Mono.defer(() -> events.sessionChanged(account, null, now)));
  }

  private Mono<Void> opened(FbAccount account, Instant now) {
    Instant seen = account.lastCheckedAt();
    Instant next = seen == null ? schedule.first(now) : schedule.after(seen);
    return waiting
        .open(account.ref())
        .then(checks.findLocked(account.id()))
        .defaultIfEmpty(SessionCheck.none(account.ref(), Ids.next(), next))
        .map(check -> check.state().isChecking() ? check : check.postponed(next))
        .flatMap(checks::save);
  }

  private static RefusalException alreadyConnected() {
    return new RefusalException(
        ErrorCode.FB_ACCOUNT_ALREADY_CONNECTED, ErrorCode.FB_ACCOUNT_ALREADY_CONNECTED.title());
  }

  /** What makes two requests the same one; only its hash is kept. */
  private record Fingerprint(String label, java.util.List<Cookie> cookies) {}
}
