package com.lotview.notification.live.web;

import com.lotview.kit.security.Revocations;
import com.lotview.kit.socket.SocketUpgrade;
import com.lotview.notification.live.LiveLog;
import com.lotview.notification.live.PostingCancels;
import com.lotview.notification.ticket.Tickets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SocketConfiguration {
  /** Clients send only short messages. */
  private static final int MAX_FRAME = 8 * 1024;

  @Bean
  HandlerMapping sockets(
      ReactiveJwtDecoder tokens,
      Tickets tickets,
      LiveLog log,
      JsonMapper json,
      SocketProperties properties,
      Revocations revocations,
      PostingCancels cancels,
      MeterRegistry meters,
      Clock clock) {
    HandshakeWebSocketService upgrades =
        new HandshakeWebSocketService(
            new SocketUpgrade(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(MAX_FRAME)));
    SocketEndpoint endpoint =
        new SocketEndpoint(
            new SocketAuthenticator(tokens, tickets, revocations, clock),
            upgrades,
            log,
            json,
            properties,
            revocations,
            cancels,
            meters,
            clock);
    return new SimpleUrlHandlerMapping(Map.of("/ws", endpoint), Ordered.HIGHEST_PRECEDENCE);
  }
}
