package com.lotview.auth.password;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.link.LinkPurpose;
import com.lotview.auth.link.Links;
import com.lotview.auth.mail.Mails;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Mails a link to a person who has forgotten the password. Does not reveal whether the person
 * exists.
 */
@Component
public class ForgottenPassword {
  // Other people must not be able to fill a mailbox.
  private static final int MAX_LINKS = 3;
  private static final Duration WITHIN = Duration.ofHours(1);

  // Longer than the work for a known e-mail, so that the response time reveals nothing.
  private static final Duration ANSWER_AFTER = Duration.ofMillis(300);

  private final AccountStore accounts;
  private final Links links;
  private final Mails mails;
  private final TenantTransactions transactions;

  ForgottenPassword(
      AccountStore accounts, Links links, Mails mails, TenantTransactions transactions) {
    this.accounts = accounts;
    this.links = links;
    this.mails = mails;
    this.transactions = transactions;
  }

  /** Completes for every e-mail alike; fails only if no mail can be sent at all. */
  public Mono<Void> mailLink(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    Mono<Void> work =
        transactions
            .inSystem(accounts.findByEmail(address))
            .filter(person -> person.active() && person.passwordHash() != null)
            .flatMap(person -> transactions.inTenant(person.dealership().id(), mailTo(person)));
    return mails.requireAvailable().then(Mono.when(work, Mono.delay(ANSWER_AFTER)));
  }

  private Mono<Void> mailTo(Account person) {
    return links
        .sent(person.id(), LinkPurpose.PASSWORD_RESET, MAX_LINKS, WITHIN)
        .filter(enough -> !enough)
        .flatMap(
            few -> links.issue(person.dealership().id(), person.id(), LinkPurpose.PASSWORD_RESET))
        .flatMap(link ->
            mails.add(
                person.dealership().id(),
                person.email(),
                "password-reset",
                Map.of(
                    "name", person.firstName(),
                    "dealership", person.dealership().name(),
                    "link", mails.link("/account/password", link.token()),
                    "until", Mails.time(link.expiresAt(), person.dealership().timezone()))));
  }
}
