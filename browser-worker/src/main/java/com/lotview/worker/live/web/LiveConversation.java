package com.lotview.worker.live.web;

import com.lotview.worker.live.LiveView;
import com.lotview.worker.live.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The WebSocket of one viewer. Incoming messages are not logged. */
final class LiveConversation implements Viewer {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConversation.class);
  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(15);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final int MAX_QUEUED_MESSAGES = 32;

  private final WebSocketSession session;
  private final LiveView view;
  private final JsonMapper json;
  private final Sinks.Many<WebSocketMessage> out =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MAX_QUEUED_MESSAGES));

  LiveConversation(WebSocketSession session, LiveView view, JsonMapper json) {
    this.session = session;
    this.view = view;
    this.json = json;
  }

  /** Completes when the socket has ended. */
  Mono<Void> run() {
    Mono<Void> heart = Flux.interval(HEARTBEAT_INTERVAL).doOnNext(beat -> emit(ping())).then();
    Mono<Void> incoming =
        Mono.<Void>fromRunnable(() -> view.attach(this))
            .subscribeOn(Schedulers.boundedElastic())
            .then(listen());
    return Mono.firstWithSignal(session.send(out.asFlux()), incoming, heart)
        .onErrorResume(LiveConversation::broken)
        .then(session.close(CloseStatus.NORMAL).timeout(CLOSE_TIMEOUT).onErrorComplete())
        .doFinally(end -> view.detach(this));
  }

  // Only the type: a log must not contain what a viewer sent.
  private static Mono<Void> broken(Throwable error) {
    LOG.warn("A live view's socket broke: {}", error.getClass().getName());
    return Mono.empty();
  }

  private WebSocketMessage ping() {
    return session.pingMessage(buffers -> buffers.wrap("live".getBytes(StandardCharsets.UTF_8)));
  }

  private Mono<Void> listen() {
    return session
        .receive()
        .filter(message -> message.getType() == WebSocketMessage.Type.TEXT)
        .map(WebSocketMessage::getPayloadAsText)
        // Commands to the browser may block, so they leave the event loop.
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(this::take)
        .then();
  }

  private void take(String message) {
    try {
      view.take(this, json.readTree(message));
    } catch (JacksonException noMessage) {
      end("{\"type\":\"ended\",\"state\":\"FAILED\",\"reason\":\"That was no message\"}");
    } catch (RuntimeException notTaken) {
      // A page that is being replaced takes no input; the run notices a lost browser.
      LOG.info("A page took no input: {}", notTaken.getClass().getName());
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
    Sinks.EmitResult given = out.tryEmitNext(message);
    if (given == Sinks.EmitResult.FAIL_OVERFLOW) {
      LOG.info("A viewer takes too little, and is let go");
    }
    if (given.isFailure()) {
      out.tryEmitComplete();
    }
  }
}
