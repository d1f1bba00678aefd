package com.lotview.auth.registration;

import com.lotview.auth.account.AccountStore;
import com.lotview.auth.mail.Mails;
import com.lotview.auth.registration.RegistrationStore.NewRegistration;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes registrations of dealerships and mails a link. The answer does not show whether the e-mail
 * is known; the mail does, because only its owner reads it.
 */
@Component
public class Registrations {
  /** How long a registration can be confirmed, and is kept. */
  public static final Duration LIFE = Duration.ofDays(1);

  private static final Duration WITHIN = Duration.ofHours(1);
  // Other people must not be able to fill a mailbox.
  private static final int MOST_MAILS = 3;
  private static final int MOST_OF_ORIGIN = 10;
  private static final int BYTES = 32;

  // Longer than the work, so that the response time reveals nothing.
  private static final Duration ANSWER_AFTER = Duration.ofMillis(300);

  private final RegistrationProperties properties;
  private final RegistrationStore store;
  private final AccountStore accounts;
  private final Mails mails;
  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  Registrations(
      RegistrationProperties properties,
      RegistrationStore store,
      AccountStore accounts,
      Mails mails,
      TenantTransactions transactions,
      SecureRandom random,
      Clock clock) {
    this.properties = properties;
    this.store = store;
    this.accounts = accounts;
    this.mails = mails;
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Takes a registration. Fails with {@code NOT_FOUND} if the operator does not allow it, with
   * {@code RATE_LIMITED} if too many came from the same origin.
   */
  public Mono<Void> apply(Applicant applicant, RequestOrigin origin) {
    requireOpen();
    byte[] from = Sha256.of(String.valueOf(origin.address()));
    Mono<Void> work = transactions.inSystem(take(applicant, from));
    return mails.requireAvailable().then(Mono.when(work, Mono.delay(ANSWER_AFTER)));
  }

  /** Fails with {@code NOT_FOUND} if the operator does not allow registrations. */
  void requireOpen() {
    if (!properties.open()) {
      throw new RefusalException(
          ErrorCode.NOT_FOUND, "Dealerships cannot register themselves at this server");
    }
  }

  private Mono<Void> take(Applicant applicant, byte[] from) {
    Instant since = clock.instant().minus(WITHIN);
    return store
        .forget(clock.instant().minus(LIFE))
        .then(store.countOfOrigin(from, since))
        .filter(count -> count < MOST_OF_ORIGIN)
        .switchIfEmpty(Mono.error(Registrations::tooMany))
        .then(store.countOfEmail(applicant.email(), since))
        .filter(count -> count < MOST_MAILS)
        .flatMap(few -> accounts.findByEmail(applicant.email()).hasElement())
        .flatMap(known -> known ? mailToKnown(applicant, from) : mailLink(applicant, from));
  }

  private Mono<Void> mailLink(Applicant applicant, byte[] from) {
    UUID dealership = Ids.next();
    String token = token();
    Instant now = clock.instant();
    Instant end = now.plus(LIFE);
    Map<String, String> values =
        Map.of(
            "name", applicant.firstName(),
            "dealership", applicant.dealership().name(),
            "link", mails.link("/account/registration", token),
            "until", Mails.time(end, applicant.dealership().timezone()));
    return store
        .add(new NewRegistration(dealership, applicant, now, end), Sha256.of(token), from)
        .then(mails.add(dealership, applicant.email(), "registration", values));
  }

  // The same work as for an unknown e-mail; its link is not valid and is not mailed.
  private Mono<Void> mailToKnown(Applicant applicant, byte[] from) {
    UUID nowhere = Ids.next();
    Instant now = clock.instant();
    return store
        .add(new NewRegistration(nowhere, applicant, now, now), Sha256.of(token()), from)
        .then(mails.add(nowhere, applicant.email(), "registration-known", Map.of()));
  }

  private String token() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static RefusalException tooMany() {
    return new RefusalException(
        ErrorCode.RATE_LIMITED, "Too many registrations from your address; try again in an hour");
  }
}
