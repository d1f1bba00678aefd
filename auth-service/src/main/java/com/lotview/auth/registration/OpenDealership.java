package com.lotview.auth.registration;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.account.Dealerships;
import com.lotview.auth.account.EmailTakenException;
import com.lotview.auth.account.NewUser;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.password.PasswordRules;
import com.lotview.auth.registration.RegistrationStore.Found;
import com.lotview.auth.session.LoginOutcome;
import com.lotview.auth.session.Logins;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens a dealership by its mailed link: it and its general manager exist from then on. */
@Component
public class OpenDealership {
  private final Registrations registrations;
  private final RegistrationStore store;
  private final Dealerships dealerships;
  private final AccountStore accounts;
  private final Logins logins;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  OpenDealership(
      Registrations registrations,
      RegistrationStore store,
      Dealerships dealerships,
      AccountStore accounts,
      Logins logins,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.registrations = registrations;
    this.store = store;
    this.dealerships = dealerships;
    this.accounts = accounts;
    this.logins = logins;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Creates the dealership and its general manager and signs them in. Fails with {@code
   * LINK_INVALID}, or with the reason if the password may not be chosen.
   */
  public Mono<LoginOutcome> open(String token, String password, RequestOrigin origin) {
    registrations.requireOpen();
    byte[] hash = Sha256.of(token);
    return transactions
        .inSystem(store.find(hash, clock.instant()))
        .switchIfEmpty(Mono.error(OpenDealership::invalid))
        .flatMap(found -> create(found, hash, password, origin))
        .onErrorMap(EmailTakenException.class, e -> invalid())
        .flatMap(person -> logins.admit(person, origin));
  }

  private Mono<Account> create(Found found, byte[] hash, String password, RequestOrigin origin) {
    Applicant applicant = found.applicant();
    PasswordRules.problem(password, applicant.email())
        .ifPresent(problem -> {
          throw RefusalException.invalid("password", problem);
        });
    NewUser manager =
        new NewUser(
            applicant.email(), password, applicant.firstName(), applicant.lastName(), Role.GM);
    UUID id = found.dealershipId();
    Mono<Void> use =
        store
            .use(hash, clock.instant())
            .filter(used -> used)
            .switchIfEmpty(Mono.error(OpenDealership::invalid))
            .then();
    return dealerships
        .create(id, applicant.dealership(), List.of(manager), use.then(note(id, origin)))
        .then(transactions.inSystem(accounts.findByEmail(applicant.email())));
  }

  private Mono<Void> note(UUID dealership, RequestOrigin origin) {
    return audit.record(
        new AuditEntry(
            Ids.next(),
            dealership,
            null,
            "dealership.registered",
            "dealership/" + dealership,
            origin.address(),
            origin.userAgent(),
            List.of(),
            clock.instant()));
  }

  private static RefusalException invalid() {
    return new RefusalException(ErrorCode.LINK_INVALID, ErrorCode.LINK_INVALID.title());
  }
}
