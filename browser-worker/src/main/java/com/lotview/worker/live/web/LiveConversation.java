package com.lotview.worker.live.web;

import com.lotview.worker.live.LiveView;
import com.lotview.worker.live.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One viewer's socket, from its opening to its end. Nothing that comes in is logged. */
final class LiveConversation implements Viewer {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final int MESSAGES = 32;

  private final WebSocketSession session;
  private final LiveView view;
  private final JsonMapper json;
  private final Sinks.Many<WebSocketMessage> out =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MESSAGES));

  LiveConversation(WebSocketSession session, LiveView view, JsonMapper json) {
    this.session = session;
    this.view = view;
    this.json = json;
  }

  /** Completes when the socket has ended, for whatever reason. */
  Mono<Void> run() {
    Mono<Void> heart = Flux.interval(HEARTBEAT).doOnNext(beat -> emit(ping())).then();
    Mono<Void> incoming =
        Mono.<Void>fromRunnable(() -> view.attach(this))
            .subscribeOn(Schedulers.boundedElastic())
            .then(listen());
    return Mono.firstWithSignal(session.send(out.asFlux()), incoming, heart)
        .onErrorComplete()
        .then(session.close(CloseStatus.NORMAL).timeout(CLOSING).onErrorComplete())
        .doFinally(end -> view.detach(this));
  }

  private WebSocketMessage ping() {
    return session.pingMessage(buffers -> buffers.wrap("live".getBytes(StandardCharsets.UTF_8)));
  }

  private Mono<Void> listen() {
    return session
        .receive()
        .filter(message -> message.getType() == WebSocketMessage.Type.TEXT)
        .map(WebSocketMessage::getPayloadAsText)
        // Driving the browser may wait for it: no work for an event loop.
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(this::take)
        .then();
  }

  private void take(String message) {
    try {
      view.take(this, json.readTree(message));
    } catch (JacksonException noMessage) {
      end("{\"type\":\"ended\",\"state\":\"FAILED\",\"reason\":\"That was no message\"}");
    }
  }

  @Override
  public void frame(byte[] frame) {
    emit(session.binaryMessage(buffers -> buffers.wrap(frame)));
  }

  @Override
  public void tell(String message) {
    emit(session.textMessage(message));
  }

  @Override
  public synchronized void end(String message) {
    emit(session.textMessage(message));
    out.tryEmitComplete();
  }

  private synchronized void emit(WebSocketMessage message) {
    if (out.tryEmitNext(message).isFailure()) {
      out.tryEmitComplete();
    }
  }
}
