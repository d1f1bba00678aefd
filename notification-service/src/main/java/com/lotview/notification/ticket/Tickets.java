package com.lotview.notification.ticket;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** One-time tickets: what a browser can show where it cannot set a header. */
public interface Tickets {

  /** Seconds that a ticket is good for. */
  long LIFE_SECONDS = 30;

  /** Who holds a socket, and until when. */
  record Holder(UUID userId, UUID dealershipId, Instant tokenExpiresAt) {}

  /** A new ticket for the holder of an access token; any instance takes it. */
  Mono<String> issue(Holder holder);

  /** Takes a ticket, once; empty if it is unknown, used or too old. */
  Mono<Holder> redeem(String ticket);
}
