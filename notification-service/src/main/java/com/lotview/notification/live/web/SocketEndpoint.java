package com.lotview.notification.live.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.security.Revocations;
import com.lotview.kit.socket.SocketUpgrade;
import com.lotview.notification.live.LiveLog;
import com.lotview.notification.live.PostingCancels;
import com.lotview.notification.ticket.Tickets.Holder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /ws}: authenticates, upgrades, and makes sure that the connection ends. */
final class SocketEndpoint implements WebHandler {
  private static final long CLOSE_GRACE_SECONDS = 5;

  private final SocketAuthenticator authenticator;
  private final WebSocketService upgrades;
  private final LiveLog log;
  private final JsonMapper json;
  private final SocketProperties properties;
  private final Revocations revocations;
  private final PostingCancels cancels;
  private final MeterRegistry meters;
  private final Clock clock;
  private final OpenSockets open = new OpenSockets();

  SocketEndpoint(
      SocketAuthenticator authenticator,
      WebSocketService upgrades,
      LiveLog log,
      JsonMapper json,
      SocketProperties properties,
      Revocations revocations,
      PostingCancels cancels,
      MeterRegistry meters,
      Clock clock) {
    this.authenticator = authenticator;
    this.upgrades = upgrades;
    this.log = log;
    this.json = json;
    this.properties = properties;
    this.revocations = revocations;
    this.cancels = cancels;
    this.meters = meters;
    this.clock = clock;
    Gauge.builder("lotview.sockets", open, OpenSockets::count)
        .description("Open sockets of this process")
        .register(meters);
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.defer(() -> {
      Long after = SocketAuthenticator.after(exchange.getRequest());
      return authenticator
          .admit(exchange.getRequest())
          .flatMap(
              holder -> start(holder, after).flatMap(entry -> upgrade(exchange, holder, entry)));
    });
  }

  /** Known before the client sees an open socket: it misses nothing that happens from then on. */
  private Mono<Long> start(Holder holder, @Nullable Long after) {
    return after == null ? log.newest(holder.dealershipId()) : Mono.just(after);
  }

  private Mono<Void> upgrade(ServerWebExchange exchange, Holder holder, long after) {
    Channel channel = SocketUpgrade.channel(exchange.getRequest());
    OpenSockets.Place place = open.enter(holder.access().userId());
    if (place == null) {
      return Mono.error(
          new RefusalException(
              ErrorCode.RATE_LIMITED,
              "A person has at most " + OpenSockets.MAX_SOCKETS + " sockets"));
    }
    Mono<Void> revoked = revocations.end(holder.access());
    RequestOrigin origin = RequestOrigin.of(exchange.getRequest());
    // The upgrade is complete long before the conversation.
    return upgrades
        .handleRequest(
            exchange,
            session -> {
              SocketConversation conversation = conversation(session, holder, origin, revoked);
              return conversation
                  .run(after)
                  .doFinally(end -> {
                    place.leave();
                    count(conversation.closedWith());
                    endFor(channel);
                  });
            })
        .doOnError(error -> place.leave());
  }

  private SocketConversation conversation(
      WebSocketSession session, Holder holder, RequestOrigin origin, Mono<Void> revoked) {
    ClientRequests requests =
        new ClientRequests(json, id -> cancels.cancel(holder, origin, id), clock);
    return new SocketConversation(session, holder, log, requests, properties, revoked, clock);
  }

  /** For operators: 4408 rises if clients stop reading, 1013 if the database is away. */
  private void count(int code) {
    Counter.builder("lotview.sockets.closed")
        .description("Sockets that were closed, by their close code")
        .tag("code", code == 0 ? "client" : String.valueOf(code))
        .register(meters)
        .increment();
  }

  /**
   * A peer that reads nothing would keep the close frame, and so the connection, waiting. The
   * result of closing does not matter.
   */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void endFor(Channel channel) {
    channel.eventLoop().schedule(() -> channel.close(), CLOSE_GRACE_SECONDS, TimeUnit.SECONDS);
  }
}
