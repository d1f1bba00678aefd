package com.lotview.auth.user;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.EmailTakenException;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.link.LinkPurpose;
import com.lotview.auth.link.Links;
import com.lotview.auth.mail.Mails;
import com.lotview.auth.session.Sessions;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.kit.audit.Change;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.ExpectedVersion;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The people of a dealership, for its general manager. */
@Component
public class Users {
  private final UserStore store;
  private final AccountStore accounts;
  private final Links links;
  private final Mails mails;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  Users(
      UserStore store,
      AccountStore accounts,
      Links links,
      Mails mails,
      Sessions sessions,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.links = links;
    this.mails = mails;
    this.sessions = sessions;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A page of people. */
  public Mono<Page> list(UUID dealershipId, UserQuery query) {
    return transactions.inTenant(
        dealershipId, store.list(query).collectList().zipWith(store.count(query), Page::new));
  }

  /** Names of all present and former people and API keys of the dealership. */
  public Mono<List<PersonName>> names(UUID dealershipId) {
    return transactions.inTenant(dealershipId, store.names().collectList());
  }

  /** One person; fails with {@code USER_NOT_FOUND}. */
  public Mono<User> find(UUID dealershipId, UUID id) {
    return transactions.inTenant(dealershipId, found(id));
  }

  /** Adds a person and mails the invitation, all or nothing. */
  public Mono<User> invite(Caller caller, Invitee invitee) {
    Instant now = clock.instant();
    User user =
        new User(
            Ids.next(),
            invitee.email().strip().toLowerCase(Locale.ROOT),
            invitee.firstName().strip(),
            invitee.lastName().strip(),
            invitee.role(),
            UserState.INVITED,
            null,
            now,
            now,
            null);
    Mono<User> work =
        store
            .add(caller.dealershipId(), user)
            .then(sendInvitation(caller, user))
            .then(note(caller, "user.invited", user.id(), Changes.between(null, user)))
            .thenReturn(user)
            .onErrorMap(EmailTakenException.class, e -> emailTaken());
    return mails.requireAvailable().then(transactions.inTenant(caller.dealershipId(), work));
  }

  private static RefusalException emailTaken() {
    return new RefusalException(
        ErrorCode.USER_EMAIL_TAKEN,
        ErrorCode.USER_EMAIL_TAKEN.title(),
        List.of(new RefusalException.FieldProblem("email", "cannot be used")));
  }

  /** Mails the invitation again; the earlier link becomes invalid. */
  public Mono<User> inviteAgain(Caller caller, UUID id) {
    Mono<User> work =
        found(id)
            .flatMap(user ->
                user.state() == UserState.INVITED
                    ? sendInvitation(caller, user)
                        .then(note(caller, "user.invited", id, List.of()))
                        .thenReturn(user)
                    : Mono.error(
                        new RefusalException(
                            ErrorCode.USER_NOT_INVITED, ErrorCode.USER_NOT_INVITED.title())));
    return mails.requireAvailable().then(transactions.inTenant(caller.dealershipId(), work));
  }

  /**
   * Changes a person. A new role or a deactivation ends the person's sessions. Fails with {@code
   * USER_LAST_GM} if the dealership would have no active general manager, {@code USER_ERASED}, or
   * {@code VERSION_CONFLICT}.
   */
  public Mono<User> change(Caller caller, UUID id, UserChange change, ExpectedVersion expected) {
    Mono<User> work =
        store
            .lock(caller.dealershipId())
            .then(found(id))
            .flatMap(before -> {
              expected.check(before.updatedAt());
              notErased(before);
              User after = change.of(before);
              return after.equals(before) ? Mono.just(before) : store(caller, before, after);
            });
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private Mono<User> store(Caller caller, User before, User after) {
    boolean less = after.role() != before.role() || after.state() == UserState.DEACTIVATED;
    return leaderLeft(before, after)
        .then(store.change(after))
        .then(less ? sessions.endAll(caller.dealershipId(), after.id()) : Mono.empty())
        .then(note(caller, action(before, after), after.id(), Changes.between(before, after)))
        .then(Mono.defer(() -> found(after.id())));
  }

  private Mono<Void> leaderLeft(User before, User after) {
    return before.leads() && !after.leads()
        ? store
            .countActive(Role.GM)
            .filter(leaders -> leaders > 1)
            .switchIfEmpty(
                Mono.error(() ->
                    new RefusalException(ErrorCode.USER_LAST_GM, ErrorCode.USER_LAST_GM.title())))
            .then()
        : Mono.empty();
  }

  private static void notErased(User user) {
    if (user.erasedAt() != null) {
      throw new RefusalException(ErrorCode.USER_ERASED, ErrorCode.USER_ERASED.title());
    }
  }

  private static String action(User before, User after) {
    if (after.state() != before.state()) {
      return after.state() == UserState.DEACTIVATED ? "user.deactivated" : "user.activated";
    }
    return after.role() == before.role() ? "user.changed" : "user.role-changed";
  }

  private Mono<Void> sendInvitation(Caller caller, User user) {
    return accounts
        .find(caller.userId())
        .zipWhen(inviter -> links.issue(caller.dealershipId(), user.id(), LinkPurpose.INVITATION))
        .flatMap(both -> {
          Account inviter = both.getT1();
          return mails.add(
              caller.dealershipId(),
              user.email(),
              "invitation",
              Map.of(
                  "name", user.firstName(),
                  "inviter", (inviter.firstName() + " " + inviter.lastName()).strip(),
                  "dealership", inviter.dealership().name(),
                  "link", mails.link("/account/invitation", both.getT2().token()),
                  "until", Mails.time(both.getT2().expiresAt(), inviter.dealership().timezone())));
        });
  }

  private Mono<User> found(UUID id) {
    return store
        .find(id)
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(ErrorCode.USER_NOT_FOUND, ErrorCode.USER_NOT_FOUND.title())));
  }

  private Mono<Void> note(Caller caller, String action, UUID userId, List<Change> changes) {
    return audit.record(AuditEntry.of(caller, action, "user/" + userId, changes, clock.instant()));
  }

  /** A person to invite. */
  public record Invitee(String email, String firstName, String lastName, Role role) {}

  /** People of one page, and how many there are. */
  public record Page(List<User> users, long total) {}
}
