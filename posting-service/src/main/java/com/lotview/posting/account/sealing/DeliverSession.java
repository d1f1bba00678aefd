package com.lotview.posting.account.sealing;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.SessionOwner;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.seal.SealKey;
import com.lotview.kit.seal.Sealer;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.connect.AccountIdentity;
import com.lotview.posting.account.connect.ConnectAccount;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes sessions that were sealed in their owner's browser. */
@Service
public class DeliverSession {
  private static final Duration TIME = Duration.ofMinutes(10);

  private final SealingStore store;
  private final ConnectAccount connect;
  private final FbAccounts accounts;
  private final Sealer fleet;
  private final TenantTransactions transactions;
  private final Clock clock;

  DeliverSession(
      SealingStore store,
      ConnectAccount connect,
      FbAccounts accounts,
      Sealer fleet,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.connect = connect;
    this.accounts = accounts;
    this.fleet = fleet;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The key for which the extension seals. */
  public SealKey key() {
    return fleet.publicKey();
  }

  /**
   * Allows one session to be sealed: for the account of that owner, or for a new one.
   *
   * @return fails with {@code FB_ACCOUNT_ALREADY_CONNECTED} if it is connected and valid
   */
  public Mono<Sealing> begin(Caller caller, String label, SessionOwner owner) {
    AccountIdentity who = AccountIdentity.stated(owner);
    Mono<Sealing> begun =
        store
            .forget(caller.userId(), clock.instant())
            .then(connect.knownInvalid(caller.dealershipId(), who))
            .defaultIfEmpty(Ids.next())
            .map(account -> sealing(caller, account, label, owner))
            .delayUntil(store::insert);
    return transactions.inTenant(caller.dealershipId(), begun);
  }

  private Sealing sealing(Caller caller, UUID account, String label, SessionOwner owner) {
    return new Sealing(
        Ids.next(),
        caller.dealershipId(),
        caller.userId(),
        account,
        label,
        owner,
        clock.instant().plus(TIME),
        null);
  }

  /**
   * Takes the sealed session of a sealing; a repeat changes nothing. The account is checked at the
   * site next, and gets its turns after that.
   *
   * @return fails with {@code SEALING_NOT_FOUND}, {@code SEALING_USED} or {@code SEAL_KEY_RETIRED}
   */
  public Mono<FbAccount> deliver(Caller caller, UUID sealingId, SealedContent session) {
    byte[] mark = session.mark();
    Mono<FbAccount> work =
        store
            .findLocked(sealingId)
            .switchIfEmpty(Mono.error(DeliverSession::notFound))
            .flatMap(found ->
                found.usedFor(mark)
                    ? accounts.named(found.accountId())
                    : unused(found)
                        .then(Mono.fromCallable(() -> session.checked(fleet)))
                        .flatMap(checked -> use(caller, found, checked.text(), mark)));
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<Void> unused(Sealing found) {
    if (found.mark() != null) {
      return Mono.error(used());
    }
    return found.until().isAfter(clock.instant()) ? Mono.empty() : Mono.error(notFound());
  }

  private Mono<FbAccount> use(Caller caller, Sealing sealing, String sealed, byte[] mark) {
    return Mono.defer(() ->
        store
            .use(sealing.id(), mark)
            .onErrorMap(DuplicateKeyException.class, twice -> used())
            .then(
                connect.delivered(
                    caller,
                    sealing.accountId(),
                    sealing.label(),
                    AccountIdentity.stated(sealing.owner()),
                    sealed)));
  }

  /**
   * The worker opened a delivered session: it is that owner's.
   *
   * @return fails with {@code FB_ACCOUNT_OTHER} if the account was stated to be another's
   */
  public Mono<Void> confirm(AccountRef account, SessionOwner owner) {
    AccountIdentity.stated(owner);
    Mono<Void> confirmed =
        store
            .belongs(account.fbAccountId(), owner)
            .flatMap(own -> own ? Mono.empty() : Mono.error(other()));
    return transactions.inTenant(account.dealershipId(), confirmed);
  }

  private static RefusalException other() {
    return new RefusalException(ErrorCode.FB_ACCOUNT_OTHER, DealerTexts.OTHER_OWNER);
  }

  private static RefusalException notFound() {
    return new RefusalException(ErrorCode.SEALING_NOT_FOUND, ErrorCode.SEALING_NOT_FOUND.title());
  }

  private static RefusalException used() {
    return new RefusalException(ErrorCode.SEALING_USED, ErrorCode.SEALING_USED.title());
  }
}
