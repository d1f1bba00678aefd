package com.lotview.worker.wiring;

import com.lotview.kit.socket.SocketUpgrade;
import com.lotview.worker.live.LiveRules;
import com.lotview.worker.live.LiveViews;
import com.lotview.worker.live.web.LiveEndpoint;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

/** Live views and their endpoint. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {
  /** Maximum size of a message, such as a pasted text. */
  private static final int MAX_FRAME = 32 * 1024;

  @Bean
  LiveViews liveViews(WorkerProperties properties) {
    WorkerProperties.Live live = properties.live();
    return new LiveViews(
        new LiveRules(
            properties.site().url(),
            live.idleTimeout(),
            live.viewerTimeout(),
            live.ownerWaitTimeout()));
  }

  @Bean
  WorkerAddress workerAddress(
      WorkerProperties properties, @Value("${server.address}") String bind) {
    return new WorkerAddress(properties.live().url(), bind);
  }

  @Bean
  HandlerMapping liveSockets(LiveViews views, JsonMapper json) {
    HandshakeWebSocketService upgrades =
        new HandshakeWebSocketService(
            new SocketUpgrade(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(MAX_FRAME)));
    return new SimpleUrlHandlerMapping(
        Map.of(LiveEndpoint.PATH, new LiveEndpoint(upgrades, views, json)),
        Ordered.HIGHEST_PRECEDENCE);
  }
}
