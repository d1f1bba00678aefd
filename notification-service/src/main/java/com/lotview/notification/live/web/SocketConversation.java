package com.lotview.notification.live.web;

import com.lotview.notification.live.LiveLog;
import com.lotview.notification.ticket.Tickets.Holder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One socket from its opening to its end. Events are pulled as fast as the client takes them, so a
 * slow client costs no memory; a socket without signs of life is closed.
 */
final class SocketConversation {
  private static final Logger LOG = LoggerFactory.getLogger(SocketConversation.class);
  private static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4401, "token expired");
  private static final CloseStatus REVOKED = new CloseStatus(4401, "access revoked");
  private static final CloseStatus TOO_SLOW = new CloseStatus(4408, "no sign of life");
  private static final CloseStatus TRY_AGAIN = new CloseStatus(1013, "try again later");
  private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);
  private static final int ANSWERS = 64;
  private static final int WAITING_REQUESTS = 32;
  private static final int MISSED_HEARTBEATS = 3;

  private final WebSocketSession session;
  private final Holder holder;
  private final LiveLog log;
  private final SocketProperties properties;
  private final Clock clock;
  private final Mono<Void> revoked;
  private final ClientRequests requests;
  private final Sinks.Many<String> answers =
      Sinks.many()
          .unicast()
          .onBackpressureBuffer(new java.util.concurrent.ArrayBlockingQueue<>(ANSWERS));
  private final Sinks.One<CloseStatus> ended = Sinks.one();
  private final AtomicLong lastSign = new AtomicLong();
  private final AtomicInteger closing = new AtomicInteger();

  /**
   * @param revoked completes when the holder's access is revoked
   */
  SocketConversation(
      WebSocketSession session,
      Holder holder,
      LiveLog log,
      ClientRequests requests,
      SocketProperties properties,
      Mono<Void> revoked,
      Clock clock) {
    this.session = session;
    this.holder = holder;
    this.log = log;
    this.properties = properties;
    this.revoked = revoked;
    this.clock = clock;
    this.requests = requests;
  }

  /** Completes when the socket has ended. */
  Mono<Void> run(long after) {
    lastSign.set(clock.millis());
    Mono<Void> ending =
        Mono.firstWithSignal(ended.asMono(), tokenEnd(), revoked.thenReturn(REVOKED), silence())
            .flatMap(this::closeWith);
    Mono<Void> talk = Mono.firstWithSignal(session.send(outgoing(after)), incoming());
    return Mono.firstWithSignal(talk.then(Mono.defer(this::unlessClosing)), ending);
  }

  /** The code with which this side closed the socket; 0 if the client did. */
  int closedWith() {
    return closing.get();
  }

  private Mono<Void> closeWith(CloseStatus status) {
    closing.set(status.getCode());
    return session.close(status).timeout(CLOSE_DEADLINE).onErrorComplete();
  }

  /** Closing ends the conversation before the close frame is sent; its end must not cancel it. */
  private Mono<Void> unlessClosing() {
    return closing.get() == 0 ? Mono.empty() : Mono.never();
  }

  private Flux<WebSocketMessage> outgoing(long after) {
    Flux<WebSocketMessage> events =
        log.follow(holder.dealershipId(), after)
            .filter(event -> requests.wants(event.vehicleId()))
            .mapNotNull(event ->
                event.frameFor(holder.access().userId(), holder.permissions()).orElse(null))
            .map(session::textMessage)
            .onErrorResume(error -> {
              LOG.warn("A socket is closed, its events cannot be read: {}", error.toString());
              ended.tryEmitValue(TRY_AGAIN);
              return Flux.never();
            });
    Flux<WebSocketMessage> pings =
        Flux.interval(properties.heartbeatInterval())
            .onBackpressureDrop()
            .map(beat ->
                session.pingMessage(buffers ->
                    buffers.wrap(String.valueOf(beat).getBytes(StandardCharsets.UTF_8))));
    return Flux.merge(events, answers.asFlux().map(session::textMessage), pings);
  }

  private Mono<Void> incoming() {
    return session
        .receive()
        .doOnNext(message -> lastSign.set(clock.millis()))
        .filter(message -> message.getType() == WebSocketMessage.Type.TEXT)
        .map(WebSocketMessage::getPayloadAsText)
        // One at a time. Signs of life are still processed meanwhile.
        .onBackpressureBuffer(
            WAITING_REQUESTS, late -> say(requests.busy()), BufferOverflowStrategy.DROP_LATEST)
        .concatMap(requests::answer, 1)
        .doOnNext(this::say)
        .then();
  }

  private synchronized void say(String answer) {
    if (answers.tryEmitNext(answer).isFailure()) {
      ended.tryEmitValue(CloseStatus.POLICY_VIOLATION);
    }
  }

  private Mono<CloseStatus> tokenEnd() {
    Duration left = Duration.between(clock.instant(), holder.tokenExpiresAt());
    return Mono.delay(left.isNegative() ? Duration.ZERO : left).thenReturn(TOKEN_EXPIRED);
  }

  private Mono<CloseStatus> silence() {
    long allowed = properties.heartbeatInterval().toMillis() * MISSED_HEARTBEATS;
    return Flux.interval(properties.heartbeatInterval())
        .onBackpressureDrop()
        .filter(beat -> clock.millis() - lastSign.get() > allowed)
        .next()
        .thenReturn(TOO_SLOW);
  }
}
