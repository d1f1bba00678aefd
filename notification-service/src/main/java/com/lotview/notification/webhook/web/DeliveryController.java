package com.lotview.notification.webhook.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.notification.webhook.Delivery;
import com.lotview.notification.webhook.Webhooks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The deliveries of a web hook, and whether it accepted them. */
@RestController
@RequestMapping("/v1/webhooks/{id}")
class DeliveryController {
  private static final int MAX_LIMIT = 200;

  private final Webhooks webhooks;

  DeliveryController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /**
   * A page, newest first.
   *
   * @param next what to send as {@code before} for the next page; null: there is none
   */
  record DeliveryPage(List<Delivery> data, @Nullable UUID next) {

    static DeliveryPage of(List<Delivery> found, int limit) {
      List<Delivery> data = found.subList(0, Math.min(limit, found.size()));
      return new DeliveryPage(data, found.size() > limit ? data.getLast().id() : null);
    }
  }

  @GetMapping("/deliveries")
  Mono<DeliveryPage> log(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
    }
    // One more row shows whether there is another page.
    return webhooks
        .log(caller.dealershipId(), id, before, limit + 1)
        .map(found -> DeliveryPage.of(found, limit));
  }

  @PostMapping("/deliveries/{deliveryId}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Delivery> resend(Caller caller, @PathVariable UUID id, @PathVariable UUID deliveryId) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    return webhooks.resend(caller.dealershipId(), id, deliveryId);
  }

  @PostMapping("/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Delivery> test(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    return webhooks.test(caller.dealershipId(), id);
  }
}
