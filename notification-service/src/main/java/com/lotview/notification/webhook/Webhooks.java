package com.lotview.notification.webhook;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The web hooks of a dealership, and the log of their deliveries. */
@Component
public class Webhooks {
  private static final int MAX_WEBHOOKS = 20;
  private static final Duration OLD_SECRET_SIGNS = Duration.ofDays(1);

  private final WebhookStore store;
  private final DeliveryStore deliveries;
  private final HookKeys keys;
  private final WebhookProperties properties;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(
      WebhookStore store,
      DeliveryStore deliveries,
      HookKeys keys,
      WebhookProperties properties,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.keys = keys;
    this.properties = properties;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All, oldest first. */
  public Flux<Webhook> list(UUID dealershipId) {
    return transactions.inTenantMany(dealershipId, store.list());
  }

  /** Makes one; fails with {@code VALIDATION_ERROR} if the address or an event is not one. */
  public Mono<Made> make(Caller caller, URI url, String description, List<String> events) {
    HookSecret secret = HookSecret.fresh(random);
    UUID id = Ids.next();
    Webhook hook =
        new Webhook(
            id,
            checked(url),
            description.strip(),
            known(events),
            true,
            null,
            null,
            null,
            clock.instant());
    String sealed = keys.seal(secret, id);
    Mono<Void> work =
        requireRoom()
            .then(store.add(caller.dealershipId(), hook, sealed))
            .then(audit.record(caller, "webhook.made", subject(id), Changes.between(null, hook)));
    return transactions
        .inTenant(caller.dealershipId(), work)
        .thenReturn(new Made(hook, secret.value()));
  }

  private Mono<Long> requireRoom() {
    return store
        .list()
        .count()
        .filter(hooks -> hooks < MAX_WEBHOOKS)
        .switchIfEmpty(
            Mono.error(() ->
                RefusalException.invalid(
                    "url", "there are " + MAX_WEBHOOKS + " web hooks already")));
  }

  /** Changes one; a disabled one that is activated gets the events from then on. */
  public Mono<Webhook> change(Caller caller, UUID id, WebhookChange change) {
    if (change.url() != null) {
      checked(change.url());
    }
    List<String> events = change.events();
    WebhookChange known =
        new WebhookChange(
            change.url(),
            change.description(),
            events == null ? null : known(events),
            change.active());
    return transactions.inTenant(
        caller.dealershipId(),
        found(id)
            .flatMap(before -> {
              Webhook hook = known.of(before);
              return store
                  .change(hook)
                  .then(
                      audit.record(
                          caller, "webhook.changed", subject(id), Changes.between(before, hook)))
                  .thenReturn(hook);
            }));
  }

  /** Removes one with its log. */
  public Mono<Void> remove(Caller caller, UUID id) {
    return transactions.inTenant(
        caller.dealershipId(),
        found(id)
            .flatMap(hook ->
                store
                    .remove(id)
                    .switchIfEmpty(Mono.error(() -> refusal(ErrorCode.WEBHOOK_NOT_FOUND)))
                    .then(
                        audit.record(
                            caller, "webhook.removed", subject(id), Changes.between(hook, null)))));
  }

  /** A new secret; the old one signs too for a day, so that a receiver can change over. */
  public Mono<Made> rotate(Caller caller, UUID id) {
    HookSecret secret = HookSecret.fresh(random);
    String sealed = keys.seal(secret, id);
    return transactions.inTenant(
        caller.dealershipId(),
        found(id)
            .then(store.rotate(id, sealed, clock.instant().plus(OLD_SECRET_SIGNS)))
            .then(audit.record(caller, "webhook.secret-changed", subject(id)))
            .then(Mono.defer(() -> found(id)))
            .map(hook -> new Made(hook, secret.value())));
  }

  /** A page of the log, newest first. */
  public Mono<List<Delivery>> log(UUID dealershipId, UUID id, @Nullable UUID before, int limit) {
    return transactions.inTenant(
        dealershipId, found(id).thenMany(deliveries.list(id, before, limit)).collectList());
  }

  /** Sends a delivery again, with the same id; fails with {@code WEBHOOK_DISABLED}. */
  public Mono<Delivery> resend(UUID dealershipId, UUID id, UUID deliveryId) {
    return transactions.inTenant(
        dealershipId,
        active(id)
            .flatMap(hook -> deliveries.again(id, deliveryId, clock.instant()))
            .switchIfEmpty(Mono.error(() -> refusal(ErrorCode.DELIVERY_NOT_FOUND))));
  }

  /** Sends a trial event; fails with {@code WEBHOOK_DISABLED}. */
  public Mono<Delivery> test(UUID dealershipId, UUID id) {
    return transactions.inTenant(
        dealershipId,
        active(id)
            .flatMap(hook ->
                deliveries.add(
                    dealershipId,
                    id,
                    HookEvents.TEST,
                    "{\"webhookId\":\"" + id + "\"}",
                    clock.instant())));
  }

  private Mono<Webhook> active(UUID id) {
    return found(id)
        .flatMap(hook ->
            hook.active()
                ? Mono.just(hook)
                : Mono.error(() -> refusal(ErrorCode.WEBHOOK_DISABLED)));
  }

  private Mono<Webhook> found(UUID id) {
    return store.find(id).switchIfEmpty(Mono.error(() -> refusal(ErrorCode.WEBHOOK_NOT_FOUND)));
  }

  private URI checked(URI url) {
    boolean scheme =
        "https".equalsIgnoreCase(url.getScheme())
            || (properties.allowHttp() && "http".equalsIgnoreCase(url.getScheme()));
    if (!scheme || url.getHost() == null || url.getUserInfo() != null) {
      throw RefusalException.invalid("url", "must be an https address without a user name");
    }
    return url;
  }

  private static List<String> known(List<String> events) {
    if (!HookEvents.ALL.containsAll(events)) {
      throw RefusalException.invalid("events", "must be of " + String.join(", ", HookEvents.ALL));
    }
    return events.stream().distinct().toList();
  }

  private static String subject(UUID id) {
    return "webhook/" + id;
  }

  private static RefusalException refusal(ErrorCode code) {
    return new RefusalException(code, code.title());
  }

  /** A web hook with a new secret, which is shown this once. */
  public record Made(Webhook hook, String secret) {

    @Override
    public String toString() {
      return "Made[hook=" + hook.id() + "]";
    }
  }
}
