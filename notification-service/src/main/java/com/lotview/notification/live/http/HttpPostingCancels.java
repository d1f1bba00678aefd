package com.lotview.notification.live.http;

import com.lotview.contracts.Permission;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.notification.live.PostingCancels;
import com.lotview.notification.ticket.Tickets.Holder;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks posting-service, which checks the person's rights itself. */
@Component
final class HttpPostingCancels implements PostingCancels {
  private final ServiceClient posting;

  HttpPostingCancels(ServiceClientFactory clients, PostingServiceProperties properties) {
    this.posting = clients.of("posting", properties.postingUrl());
  }

  @Override
  public Mono<String> cancel(Holder holder, RequestOrigin origin, UUID postingId) {
    return posting
        .post("/internal/postings/{id}/cancel", postingId)
        .inTenant(holder.dealershipId())
        .body(Person.of(holder, origin))
        // A cancelled posting stays cancelled, so a second call does no harm.
        .retryOnce()
        .answer(Cancelled.class)
        .map(Cancelled::status)
        .onErrorMap(ServiceCallFailed.class, ServiceCallFailed::toRefusal);
  }

  private record Person(
      UUID userId,
      @Nullable UUID sessionId,
      int accessVersion,
      String scope,
      @Nullable String address,
      @Nullable String userAgent) {

    static Person of(Holder holder, RequestOrigin origin) {
      Access access = holder.access();
      String scope =
          holder.permissions().stream().map(Permission::value).collect(Collectors.joining(" "));
      return new Person(
          access.userId(),
          access.session(),
          access.version(),
          scope,
          origin.address(),
          origin.userAgent());
    }
  }

  private record Cancelled(String status) {}
}
