package com.lotview.notification.notice.mail;

import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Requests mails to people with due notices: one mail for all that wait. A notice is due when it
 * has waited for further notices, and the person's last mail is long enough ago.
 */
@Component
class NoticeMails extends Poller {
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final int PEOPLE = 50;

  private final DueNotices due;
  private final MailRequests requests;
  private final TenantTransactions transactions;
  private final Clock clock;

  NoticeMails(DueNotices due, MailRequests requests, TenantTransactions transactions, Clock clock) {
    super(INTERVAL, "Mails of notices");
    this.due = due;
    this.requests = requests;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    return due.people(clock.instant(), PEOPLE)
        .collectList()
        .flatMapIterable(people -> people)
        .concatMap(this::mail)
        .then();
  }

  private Mono<Void> mail(DueNotices.Person person) {
    Mono<Void> work =
        due.take(person, clock.instant())
            .collectList()
            .filter(waiting -> !waiting.isEmpty())
            .flatMap(waiting -> requests.request(MailRequested.of(person, waiting)));
    return transactions.inTenant(person.dealershipId(), work);
  }
}
