package com.lotview.notification.ticket.web;

import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Issues a ticket for one socket to the holder of an access token. */
@RestController
final class TicketController {
  private final Tickets tickets;
  private final EventLog log;
  private final Clock clock;

  TicketController(Tickets tickets, EventLog log, Clock clock) {
    this.tickets = tickets;
    this.log = log;
    this.clock = clock;
  }

  @PostMapping("/v1/ws-tickets")
  Mono<ResponseEntity<TicketResponse>> issue(Caller caller, @AuthenticationPrincipal Jwt token) {
    Instant ends = Objects.requireNonNullElse(token.getExpiresAt(), clock.instant());
    Tickets.Holder holder =
        new Tickets.Holder(Access.of(token), caller.dealershipId(), caller.permissions(), ends);
    return Mono.zip(tickets.issue(holder), log.head(caller.dealershipId()))
        .map(made -> new TicketResponse(made.getT1(), Tickets.LIFE_SECONDS, made.getT2()))
        .map(body -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body));
  }

  /**
   * @param expiresIn seconds
   * @param seq the newest event; a first connection with {@code after=seq} misses none
   */
  record TicketResponse(String ticket, long expiresIn, long seq) {}
}
