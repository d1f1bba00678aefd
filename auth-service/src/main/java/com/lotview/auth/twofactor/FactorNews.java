package com.lotview.auth.twofactor;

import com.lotview.auth.account.Account;
import com.lotview.auth.audit.AuditEntry;
import com.lotview.auth.audit.AuditTrail;
import com.lotview.auth.mail.Mails;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.RequestOrigin;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records changes of a person's second factor and mails them, in the running transaction. */
@Component
class FactorNews {
  private final AuditTrail audit;
  private final Mails mails;
  private final Clock clock;

  FactorNews(AuditTrail audit, Mails mails, Clock clock) {
    this.audit = audit;
    this.mails = mails;
    this.clock = clock;
  }

  /** What a right code changed. */
  Mono<Void> of(Account person, Proof proof, RequestOrigin origin) {
    return switch (proof) {
      case Proof.Code code -> Mono.empty();
      case Proof.Enrolled enrolled ->
          record(person, person.id(), "two-factor.on", origin)
              .then(mail(person, "two-factor-on", Map.of()));
      case Proof.Recovery(long left) ->
          record(person, person.id(), "two-factor.recovery-used", origin)
              .then(mail(person, "recovery-code-used", Map.of("left", Long.toString(left))));
    };
  }

  /**
   * The factor was turned off.
   *
   * @param by who did it: the person or a general manager
   */
  Mono<Void> off(Account person, UUID by, String action, RequestOrigin origin) {
    return record(person, by, action, origin).then(mail(person, "two-factor-off", Map.of()));
  }

  Mono<Void> record(Account person, UUID by, String action, RequestOrigin origin) {
    return audit.record(
        new AuditEntry(
            Ids.next(),
            person.dealership().id(),
            by,
            action,
            "user/" + person.id(),
            origin.address(),
            origin.userAgent(),
            List.of(),
            clock.instant()));
  }

  private Mono<Void> mail(Account person, String text, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("name", person.firstName());
    values.put("dealership", person.dealership().name());
    values.put("at", Mails.time(clock.instant(), person.dealership().timezone()));
    return mails.add(person.dealership().id(), person.email(), text, values);
  }
}
