package com.lotview.auth.mail;

import com.lotview.auth.mail.MailStore.DueMail;
import com.lotview.kit.background.Poller;
import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.tenant.TenantTransactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends the mails that are due, at least once each. A mail that was not accepted is retried after
 * one, five and fifteen minutes, then every hour; after a day it is given up and counted. While no
 * mail can be delivered at all, mails wait without a try.
 */
@Component
class MailPoller extends Poller {
  private static final Logger LOG = LoggerFactory.getLogger(MailPoller.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  // Few enough that all of them are sent or time out within TAKEN_FOR.
  private static final int BATCH = 4;

  // A process that dies while it sends leaves its mails to the next one.
  private static final Duration TAKEN_FOR = Duration.ofMinutes(2);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final Duration LAST_PAUSE = Duration.ofHours(1);
  private static final int MAX_TRIES = 27;
  private static final Duration WITHOUT_SERVER = Duration.ofSeconds(10);

  private final MailStore store;
  private final MailTransport transport;
  private final TenantTransactions transactions;
  private final Counter givenUp;
  private final Clock clock;

  MailPoller(
      MailStore store,
      MailTransport transport,
      TenantTransactions transactions,
      MeterRegistry meters,
      Clock clock) {
    super(INTERVAL, "Mails");
    this.store = store;
    this.transport = transport;
    this.transactions = transactions;
    this.givenUp =
        Counter.builder("lotview.mails.given.up")
            .description("Mails that no server took for a day")
            .register(meters);
    this.clock = clock;
  }

  @Override
  protected Mono<Void> poll() {
    if (!transport.available()) {
      return Mono.empty();
    }
    Instant now = clock.instant();
    return transactions
        .inSystemMany(store.takeDue(now, now.plus(TAKEN_FOR), BATCH))
        .collectList()
        .flatMapIterable(due -> due)
        .concatMap(this::send)
        .then();
  }

  private Mono<Void> send(DueMail due) {
    return transport
        .send(due.mail())
        .then(Mono.defer(() -> transactions.inSystem(store.remove(due.mail().id()))))
        .onErrorResume(CallRefused.class, refused -> putBack(due))
        .onErrorResume(error -> failed(due, error));
  }

  private Mono<Void> putBack(DueMail due) {
    Instant next = clock.instant().plus(WITHOUT_SERVER);
    return transactions.inSystem(store.putBack(due.mail().id(), next));
  }

  private Mono<Void> failed(DueMail due, Throwable error) {
    // Only the kind of the error: a server's answer may repeat the address.
    LOG.warn(
        "Mail {} was not sent (try {}): {}",
        due.mail().id(),
        due.tries(),
        error.getClass().getSimpleName());
    if (due.tries() >= MAX_TRIES) {
      givenUp.increment();
      return transactions.inSystem(store.giveUp(due.mail().id()));
    }
    Duration pause = due.tries() <= PAUSES.size() ? PAUSES.get(due.tries() - 1) : LAST_PAUSE;
    return transactions.inSystem(store.postpone(due.mail().id(), clock.instant().plus(pause)));
  }
}
