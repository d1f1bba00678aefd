package com.lotview.notification.ticket;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Access;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** One-time tickets, for browsers, which cannot set a header on a WebSocket. */
public interface Tickets {

  /** Lifetime of a ticket in seconds. */
  long LIFE_SECONDS = 30;

  /** The holder of a socket, what they may see, and the end of the authorization. */
  record Holder(
      Access access, UUID dealershipId, Set<Permission> permissions, Instant tokenExpiresAt) {}

  /** A new ticket for the holder of an access token; every instance accepts it. */
  Mono<String> issue(Holder holder);

  /** Redeems a ticket once; empty if it is unknown, used or expired. */
  Mono<Holder> redeem(String ticket);
}
