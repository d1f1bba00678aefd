package com.lotview.notification.webhook;

import com.lotview.kit.background.BackgroundFlow;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.notification.notice.Concern;
import com.lotview.notification.notice.NoticeKind;
import com.lotview.notification.notice.Notices;
import com.lotview.notification.webhook.DeliveryStore.DueDelivery;
import com.lotview.notification.webhook.Receiver.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends deliveries that are due, at least once each. Each web hook gets only a few calls at a time,
 * so a slow one does not delay the others.
 */
@Component
class DeliverySender extends BackgroundFlow {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverySender.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final int OF_EACH = 4;
  private static final int AT_ONCE = 256;

  // Longer than a call may take: a process that dies leaves its deliveries to the next one.
  private static final Duration TAKEN_FOR = Duration.ofMinutes(1);

  private final DeliveryStore store;
  private final Receiver receiver;
  private final HookKeys keys;
  private final Notices notices;
  private final TenantTransactions transactions;
  private final WebhookProperties properties;
  private final Clock clock;
  private final AtomicInteger running = new AtomicInteger();

  DeliverySender(
      DeliveryStore store,
      Receiver receiver,
      HookKeys keys,
      Notices notices,
      TenantTransactions transactions,
      WebhookProperties properties,
      Clock clock) {
    this.store = store;
    this.receiver = receiver;
    this.keys = keys;
    this.notices = notices;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  protected Flux<?> flow() {
    return Flux.interval(INTERVAL)
        .onBackpressureDrop()
        .concatMap(tick -> take(), 0)
        .flatMap(this::send, AT_ONCE);
  }

  private Flux<DueDelivery> take() {
    int room = AT_ONCE - running.get();
    if (room <= 0) {
      return Flux.empty();
    }
    Instant now = clock.instant();
    return store
        .take(now, now.plus(TAKEN_FOR), OF_EACH, room)
        .onErrorResume(error -> {
          LOG.warn("Deliveries of web hooks wait: {}", error.toString());
          return Flux.empty();
        });
  }

  private Mono<Void> send(DueDelivery due) {
    return Mono.defer(() -> call(due))
        .flatMap(answer -> store(due, answer))
        .onErrorResume(error -> {
          LOG.warn("Delivery {} is tried again: {}", due.id(), error.toString());
          return Mono.empty();
        })
        .doOnSubscribe(begun -> running.incrementAndGet())
        .doFinally(end -> running.decrementAndGet());
  }

  private Mono<Answer> call(DueDelivery due) {
    Map<String, String> headers;
    try {
      headers = headers(due);
    } catch (IllegalStateException e) {
      LOG.warn("Web hook {} cannot be called: {}", due.hookId(), e.toString());
      return Mono.just(Answer.none("The server cannot open the web hook's secret"));
    }
    return receiver.send(due.url(), headers, due.body());
  }

  private Map<String, String> headers(DueDelivery due) {
    Instant now = clock.instant();
    String id = due.id().toString();
    String signatures = keys.open(due.secret(), due.hookId()).sign(id, now, due.body());
    if (due.oldSecret() != null) {
      signatures += " " + keys.open(due.oldSecret(), due.hookId()).sign(id, now, due.body());
    }
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        String.valueOf(now.getEpochSecond()),
        "webhook-signature",
        signatures,
        "Content-Type",
        "application/json",
        "User-Agent",
        "LotView");
  }

  private Mono<Void> store(DueDelivery due, Answer answer) {
    Instant now = clock.instant();
    Mono<Void> work =
        answer.taken()
            ? store.delivered(due, answer, now)
            : store
                .failed(
                    due, answer, Retries.pauseAfter(due.tries()).map(now::plus).orElse(null), now)
                .flatMap(since -> disableIfDead(due, answer, since, now));
    return transactions.inTenant(due.dealershipId(), work);
  }

  private Mono<Void> disableIfDead(DueDelivery due, Answer answer, Instant since, Instant now) {
    if (!answer.gone() && since.plus(properties.disableAfter()).isAfter(now)) {
      return Mono.empty();
    }
    String reason =
        answer.gone()
            ? "The receiver answered 410: it wants no more calls"
            : "Nothing was delivered since " + since;
    return store
        .disable(due.hookId(), reason, now)
        .filter(wasActive -> wasActive)
        .flatMap(disabled ->
            notices.raise(
                due.dealershipId(),
                new Concern(
                    NoticeKind.WEBHOOK_DISABLED,
                    null,
                    "A web hook was disabled: " + due.url().getHost(),
                    reason,
                    "/app/settings/webhooks")));
  }
}
