package com.lotview.auth.password;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Passwords;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.link.LinkOwner;
import com.lotview.auth.link.LinkPurpose;
import com.lotview.auth.link.Links;
import com.lotview.auth.mail.Mails;
import com.lotview.auth.session.LoginOutcome;
import com.lotview.auth.session.Logins;
import com.lotview.auth.session.Sessions;
import com.lotview.auth.user.UserStore;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person chooses a password: by an invitation, by a mailed link, or knowing the old one. */
@Component
public class ChoosePassword {
  private final AccountStore accounts;
  private final UserStore users;
  private final Passwords passwords;
  private final Links links;
  private final Mails mails;
  private final Sessions sessions;
  private final Logins logins;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  ChoosePassword(
      AccountStore accounts,
      UserStore users,
      Passwords passwords,
      Links links,
      Mails mails,
      Sessions sessions,
      Logins logins,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.users = users;
    this.passwords = passwords;
    this.links = links;
    this.mails = mails;
    this.sessions = sessions;
    this.logins = logins;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Accepts an invitation: the person has a password and is signed in, or must enrol first. */
  public Mono<LoginOutcome> accept(String token, String password, RequestOrigin origin) {
    return byLink(token, LinkPurpose.INVITATION, password, origin, "user.joined")
        .flatMap(person -> logins.admit(person, origin));
  }

  /** Chooses a new password by a mailed link; all sessions of the person end. */
  public Mono<Void> reset(String token, String password, RequestOrigin origin) {
    return byLink(token, LinkPurpose.PASSWORD_RESET, password, origin, "password.reset").then();
  }

  /**
   * Changes the password of a signed-in person; the other sessions end.
   *
   * @param session the one that stays open, if the access token names it
   */
  public Mono<Void> change(
      Account person,
      @Nullable UUID session,
      String current,
      String password,
      RequestOrigin origin) {
    return passwords
        .matches(current, person.passwordHash(), new Passwords.Source(person.id().toString(), true))
        .flatMap(right ->
            right
                ? hash(person, "newPassword", password)
                : Mono.error(RefusalException.invalid("currentPassword", "is not your password")))
        .flatMap(hash ->
            transactions.inTenant(
                person.dealership().id(),
                users
                    .changePassword(person.id(), hash)
                    .then(sessions.endOthers(person.dealership().id(), person.id(), session))
                    .then(tell(person))
                    .then(note(person, "password.changed", origin))));
  }

  // The link is checked before the expensive hash, and redeemed in the transaction of the change.
  private Mono<Account> byLink(
      String token, LinkPurpose purpose, String password, RequestOrigin origin, String action) {
    return links
        .owner(token, purpose)
        .flatMap(this::person)
        .flatMap(person ->
            hash(person, "password", password)
                .flatMap(hash -> {
                  UUID dealership = person.dealership().id();
                  Mono<Account> work =
                      links
                          .use(token)
                          .then(users.changePassword(person.id(), hash))
                          .then(sessions.endAll(dealership, person.id()))
                          .then(purpose == LinkPurpose.PASSWORD_RESET ? tell(person) : Mono.empty())
                          .then(note(person, action, origin))
                          .then(Mono.defer(() -> accounts.find(person.id())));
                  return transactions.inTenant(dealership, work);
                }));
  }

  private Mono<Account> person(LinkOwner owner) {
    return transactions
        .inTenant(owner.dealershipId(), accounts.find(owner.userId()))
        .filter(Account::active)
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(ErrorCode.LINK_INVALID, "This account is no longer active")));
  }

  private Mono<String> hash(Account person, String field, String password) {
    return PasswordRules.problem(password, person.email())
        .map(problem -> Mono.<String>error(RefusalException.invalid(field, problem)))
        .orElseGet(() -> passwords.hash(password));
  }

  private Mono<Void> tell(Account person) {
    return mails.add(
        person.dealership().id(),
        person.email(),
        "password-changed",
        Map.of(
            "name", person.firstName(),
            "dealership", person.dealership().name(),
            "at", Mails.time(clock.instant(), person.dealership().timezone())));
  }

  private Mono<Void> note(Account person, String action, RequestOrigin origin) {
    return audit.record(
        new AuditEntry(
            Ids.next(),
            person.dealership().id(),
            person.id(),
            action,
            "user/" + person.id(),
            origin.address(),
            origin.userAgent(),
            List.of(),
            clock.instant()));
  }
}
